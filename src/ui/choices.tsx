import { View } from '@tarojs/components'
import { groupProps } from './aria'
import { Tappable } from './tappable'
import './choices.css'

interface Props {
  label: string
  value: string
  options: readonly { value: string; text: string }[]
  onChange: (value: string) => void
}

/** One of many, as small tiles in rows. */
export const Choices = ({ label, value, options, onChange }: Props) => (
  <View className="choices" {...groupProps('radiogroup', label)}>
    {options.map((option) => (
      <Tappable
        key={option.value}
        className={`choice ${option.value === value ? 'is-on' : ''}`}
        role="radio"
        label={option.text}
        on={option.value === value}
        onTap={() => onChange(option.value)}
      >
        {option.text}
      </Tappable>
    ))}
  </View>
)
