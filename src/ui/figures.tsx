import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import './figures.css'

/** A few numbers side by side that say how things stand. */
export const Figures = ({ children }: PropsWithChildren) => <View className="figures">{children}</View>

interface FigureProps {
  number: number
  words: string
  /** That many or more. */
  more?: boolean
  /** Repeats in colour what the words say. */
  tone?: 'plain' | 'accent' | 'warn' | 'bad'
}

export const Figure = ({ number, words, more = false, tone = 'plain' }: FigureProps) => (
  <View className="figure">
    <View className={`num figure-number figure-${tone}`}>
      {number}
      {more && '+'}
    </View>
    <View className="t-note">{words}</View>
  </View>
)
