export interface TextBoxProps {
  value: string
  onChange: (value: string) => void
  /** What a screen reader says. */
  label: string
  placeholder?: string
  maxLength: number
  /** number: digits only, with the numeric keyboard. */
  kind?: 'text' | 'number'
  /** Several lines. */
  multiline?: boolean
  /** For digits that are read out. */
  big?: boolean
  wrong?: boolean
  focus?: boolean
  /** Enter on the keyboard, or 完成 on WeChat's. */
  onDone?: () => void
}

/** The classes of form.css that the look asks for. */
export const textBoxClass = ({ multiline, big, wrong }: TextBoxProps): string =>
  ['text-box', multiline && 'text-area', big && 'text-box-big', wrong && 'text-box-wrong']
    .filter(Boolean)
    .join(' ')
