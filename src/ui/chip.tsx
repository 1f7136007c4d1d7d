import { View } from '@tarojs/components'
import './chip.css'

export type ChipTone = 'plain' | 'accent' | 'warn' | 'bad' | 'info' | 'party'

/** A state in a word; the colour only repeats it. */
export const Chip = ({ text, tone = 'plain' }: { text: string; tone?: ChipTone }) => (
  <View className={`chip chip-${tone}`}>{text}</View>
)
