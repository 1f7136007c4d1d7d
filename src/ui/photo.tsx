import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { Icon } from './icon'
import { Picture } from './picture'
import { stillLifeOf } from './still-life'
import './photo.css'

interface Props {
  /** null: no photo; a drawing takes its place, also when the link has run out. */
  url: string | null
  /** What it shows; empty when the words beside it say so. */
  alt?: string
  /** The item's name, from which the drawing is chosen. */
  name?: string
  size: 'thumb' | 'tile' | 'banner'
}

/** A photo of an item. */
export const Photo = ({ url, alt = '', name = '', size }: Props) => {
  const [broken, setBroken] = useState(false)
  useEffect(() => setBroken(false), [url])
  if (url && !broken) {
    return (
      <View className={`photo photo-${size}`}>
        <Picture className="photo-image" src={url} alt={alt} onError={() => setBroken(true)} />
      </View>
    )
  }
  const { icon, tone } = stillLifeOf(name)
  return (
    <View className={`photo photo-${size} photo-${tone}`}>
      <Icon name={icon} size={size === 'thumb' ? 'm' : 'l'} />
    </View>
  )
}
