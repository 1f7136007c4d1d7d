/** How something tapped presents itself to screen readers and the keyboard. */
export interface TapMeaning {
  role: 'button' | 'link' | 'tab' | 'switch' | 'radio'
  label: string
  disabled: boolean
  /** Of a tab, switch or radio: whether it is on. */
  on?: boolean | undefined
}
