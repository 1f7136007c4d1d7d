import { useId } from 'react'
import { textBoxClass, type TextBoxProps } from './text-box-props'
import './form.css'

/** The browser's own inputs: Taro's cannot be named for a screen reader. */
export const TextBox = (props: TextBoxProps) => {
  const id = useId()
  const shared = {
    id,
    'aria-label': props.label,
    'aria-invalid': props.wrong,
    value: props.value,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    className: textBoxClass(props),
  }
  if (props.multiline)
    return <textarea {...shared} onChange={(event) => props.onChange(event.target.value)} />
  return (
    <input
      {...shared}
      type="text"
      autoComplete="off"
      inputMode={props.kind === 'number' ? 'numeric' : 'text'}
      autoFocus={props.focus}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && props.onDone?.()}
    />
  )
}
