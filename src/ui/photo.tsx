import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { Icon } from './icon'
import { Picture } from './picture'
import './photo.css'

interface Props {
  /** null: no photo; a drawn parcel takes its place, also when the link has run out. */
  url: string | null
  /** What it shows; empty when the words beside it say so. */
  alt?: string
  size: 'thumb' | 'tile' | 'banner'
}

export const Photo = ({ url, alt = '', size }: Props) => {
  const [broken, setBroken] = useState(false)
  useEffect(() => setBroken(false), [url])
  return (
    <View className={`photo photo-${size}`}>
      {url && !broken ? (
        <Picture className="photo-image" src={url} alt={alt} onError={() => setBroken(true)} />
      ) : (
        <Icon name="package" size={size === 'thumb' ? 'm' : 'l'} />
      )}
    </View>
  )
}
