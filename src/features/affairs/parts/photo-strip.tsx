import { useState } from 'react'
import { View } from '@tarojs/components'
import { Picture } from '@/ui/picture'
import { Sheet } from '@/ui/sheet'
import { Tappable } from '@/ui/tappable'

interface Props {
  urls: readonly string[]
  /** What they show, e.g. 现场照片. */
  what: string
  /** Under each, e.g. when it was taken. */
  notes?: readonly (string | null)[]
}

/** Photos in a row; one tap shows one large. */
export const PhotoStrip = ({ urls, what, notes = [] }: Props) => {
  const [large, setLarge] = useState<number | null>(null)
  const shown = large === null ? undefined : urls[large]
  if (urls.length === 0) return null
  const nameOf = (index: number) => (urls.length > 1 ? `${what} ${index + 1}` : what)
  return (
    <View className="photo-strip">
      {urls.map((url, index) => (
        <View key={url} className="photo-strip-one">
          <Tappable
            className="photo-strip-frame"
            label={`放大看${nameOf(index)}`}
            onTap={() => setLarge(index)}
          >
            <Picture className="photo-row-image" src={url} alt={nameOf(index)} />
          </Tappable>
          {notes[index] && <View className="t-tiny">{notes[index]}</View>}
        </View>
      ))}
      <Sheet open={shown !== undefined} title={nameOf(large ?? 0)} onClose={() => setLarge(null)}>
        {shown && <Picture whole className="photo-large" src={shown} alt={nameOf(large ?? 0)} />}
      </Sheet>
    </View>
  )
}
