import { View } from '@tarojs/components'
import { plainDay, sayWeekday } from '@/services/format'
import './day-leaf.css'

interface Props {
  instant: string
  /** It is over or called off. */
  faded: boolean
  tone?: 'accent' | 'party'
}

/** A leaf of a tear-off calendar. */
export const DayLeaf = ({ instant, faded, tone = 'accent' }: Props) => {
  const [, month = '', day = ''] = plainDay(instant).split('-')
  return (
    <View className={`day-leaf day-leaf-${faded ? 'past' : tone}`}>
      <View className="t-tiny">{Number(month)} 月</View>
      <View className="num day-leaf-day">{Number(day)}</View>
      <View className="t-tiny">{sayWeekday(instant)}</View>
    </View>
  )
}
