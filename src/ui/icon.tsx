import { View } from '@tarojs/components'
import type { IconName } from './icon-names'
import './icon.css'
import './icons.css'

/** A picture that repeats what a word says: hidden from screen readers, coloured as the text around it. */
export const Icon = ({ name, size = 'm' }: { name: IconName; size?: 's' | 'm' | 'l' }) => (
  <View className={`icon icon-size-${size} icon-${name}`} />
)
