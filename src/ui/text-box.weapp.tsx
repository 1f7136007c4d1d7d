import { Input, Textarea } from '@tarojs/components'
import { textBoxClass, type TextBoxProps } from './text-box-props'
import './form.css'

/** WeChat's inputs, controlled. */
export const TextBox = (props: TextBoxProps) => {
  const shared = {
    ariaLabel: props.label,
    value: props.value,
    placeholder: props.placeholder,
    placeholderClass: 'text-box-hint',
    maxlength: props.maxLength,
    className: textBoxClass(props),
    onInput: (event: { detail: { value: string } }) => props.onChange(event.detail.value),
  }
  if (props.multiline) return <Textarea {...shared} autoHeight />
  return (
    <Input
      {...shared}
      type={props.kind === 'number' ? 'number' : 'text'}
      focus={props.focus}
      onConfirm={() => props.onDone?.()}
    />
  )
}
