import { View } from '@tarojs/components'
import { Field, Select, TextInput } from './form'

interface Props {
  /** The usual ones. */
  reasons: readonly string[]
  reason: string
  maxLength: number
  placeholder: string
  onChange: (reason: string) => void
}

/** Why something is done: one of the usual reasons, or one's own words. */
export const ReasonFields = ({ reasons, reason, maxLength, placeholder, onChange }: Props) => (
  <View className="mt-3">
    <Field label="为什么">
      <Select
        label="为什么"
        value={reason}
        options={reasons.map((value) => ({ value, text: value }))}
        onChange={onChange}
      />
    </Field>
    <TextInput
      label="或写别的原因"
      placeholder={placeholder}
      maxLength={maxLength}
      value={reasons.includes(reason) ? '' : reason}
      onChange={onChange}
    />
  </View>
)
