import { View } from '@tarojs/components'
import { Icon } from '@/ui/icon'
import { Tappable } from '@/ui/tappable'
import { isInReach, sayMonth, shiftedMonth } from '../months'

interface Props {
  /** `YYYY-MM` */
  month: string
  onChange: (month: string) => void
}

/** Which month is looked at. */
export const MonthSwitch = ({ month, onChange }: Props) => {
  const [before, after] = [shiftedMonth(month, -1), shiftedMonth(month, 1)]
  return (
    <View className="month">
      <Tappable
        className="month-step"
        label={`上个月，${sayMonth(before)}`}
        disabled={!isInReach(before)}
        onTap={() => onChange(before)}
      >
        <Icon name="chevron-left" />
      </Tappable>
      <View className="t-title">{sayMonth(month)}</View>
      <Tappable
        className="month-step"
        label={`下个月，${sayMonth(after)}`}
        disabled={!isInReach(after)}
        onTap={() => onChange(after)}
      >
        <Icon name="chevron-right" />
      </Tappable>
    </View>
  )
}
