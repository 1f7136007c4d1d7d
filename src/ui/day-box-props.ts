export interface DayBoxProps {
  kind: 'day' | 'time'
  /** `YYYY-MM-DD` or `HH:MM`, in China; empty while nothing is chosen. */
  value: string
  onChange: (value: string) => void
  /** What a screen reader says. */
  label: string
  wrong?: boolean
}
