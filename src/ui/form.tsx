import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { groupProps } from './aria'
import { Icon } from './icon'
import { Tappable } from './tappable'
import { TextBox } from './text-box'
import type { TextBoxProps } from './text-box-props'
import './form.css'

interface FieldProps {
  label: string
  /** Right of the label: how much fits, what unit. */
  hint?: string
  /** What is wrong, in plain words. */
  error?: string | null
  children: ReactNode
}

/** A labelled part of a form. */
export const Field = ({ label, hint, error, children }: FieldProps) => (
  <View className="field">
    <View className="field-label">
      <View>{label}</View>
      {hint && <View className="t-note">{hint}</View>}
    </View>
    {children}
    {error && <View className="field-error">{error}</View>}
  </View>
)

type TextInputProps = Omit<TextBoxProps, 'wrong'> & { hint?: string; error?: string | null }

/** A labelled line (or lines) of text. */
export const TextInput = ({ hint, error, ...box }: TextInputProps) => (
  <Field label={box.label} hint={hint ?? `${box.value.length}/${box.maxLength}`} error={error}>
    <TextBox {...box} wrong={Boolean(error)} />
  </Field>
)

type NumberInputProps = Omit<TextInputProps, 'value' | 'onChange' | 'kind' | 'maxLength' | 'multiline'> & {
  /** null while nothing is typed. */
  value: number | null
  onChange: (value: number | null) => void
}

/** A labelled whole number, 0 or more. */
export const NumberInput = ({ value, onChange, hint = '', ...rest }: NumberInputProps) => (
  <TextInput
    {...rest}
    hint={hint}
    kind="number"
    maxLength={7}
    value={value === null ? '' : String(value)}
    onChange={(text) => {
      const digits = text.replace(/\D/g, '')
      onChange(digits === '' ? null : Number(digits))
    }}
  />
)

interface StepperProps {
  value: number
  min: number
  max: number
  /** What is counted. */
  label: string
  onChange: (value: number) => void
}

/** A small number by large buttons. */
export const Stepper = ({ value, min, max, label, onChange }: StepperProps) => (
  <View className="stepper" {...groupProps('group', label)}>
    <Tappable
      className="stepper-step"
      label={`${label}减一`}
      disabled={value <= min}
      onTap={() => onChange(value - 1)}
    >
      <Icon name="minus" />
    </Tappable>
    <View className="stepper-value num">{value}</View>
    <Tappable
      className="stepper-step"
      label={`${label}加一`}
      disabled={value >= max}
      onTap={() => onChange(value + 1)}
    >
      <Icon name="plus" />
    </Tappable>
  </View>
)

interface SelectProps<Value extends string> {
  label: string
  value: Value | null
  options: readonly { value: Value; text: string }[]
  onChange: (value: Value) => void
}

/** One of a few, all in sight. */
export const Select = <Value extends string>({ label, value, options, onChange }: SelectProps<Value>) => (
  <View className="select" {...groupProps('radiogroup', label)}>
    {options.map((option) => (
      <Tappable
        key={option.value}
        className={`select-option ${option.value === value ? 'is-on' : ''}`}
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

/** On or off, at once. */
export const Switch = ({
  label,
  on,
  onChange,
}: {
  label: string
  on: boolean
  onChange: (on: boolean) => void
}) => (
  <Tappable className="switch" role="switch" label={label} on={on} onTap={() => onChange(!on)}>
    <View className={`switch-track ${on ? 'is-on' : ''}`}>
      <View className="switch-knob" />
    </View>
  </Tappable>
)
