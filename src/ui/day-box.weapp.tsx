import { Picker, View } from '@tarojs/components'
import type { DayBoxProps } from './day-box-props'
import './form.css'

/** A day or a time of day, chosen with WeChat's own picker. */
export const DayBox = ({ kind, value, onChange, label, wrong = false }: DayBoxProps) => {
  const inside = (
    <View
      className={`text-box ${wrong ? 'text-box-wrong' : ''}`}
      ariaRole="button"
      ariaLabel={`${label} ${value}`}
    >
      {value || '点这里选'}
    </View>
  )
  const change = (event: { detail: { value: string } }) => onChange(event.detail.value)
  return kind === 'day' ? (
    <Picker mode="date" value={value} onChange={change}>
      {inside}
    </Picker>
  ) : (
    <Picker mode="time" value={value} onChange={change}>
      {inside}
    </Picker>
  )
}
