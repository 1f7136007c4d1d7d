import { useMemo } from 'react'
import { View } from '@tarojs/components'
import qrcode from 'qrcode-generator'
import { Picture } from './picture'
import './qr-image.css'

/** A QR code of a text, medium error correction, drawn as a small GIF. */
export const QrImage = ({ text, alt }: { text: string; alt: string }) => {
  const url = useMemo(() => {
    const code = qrcode(0, 'M')
    code.addData(text)
    code.make()
    return code.createDataURL(6, 0)
  }, [text])
  return (
    <View className="qr-frame">
      <Picture className="qr-image" src={url} alt={alt} />
    </View>
  )
}
