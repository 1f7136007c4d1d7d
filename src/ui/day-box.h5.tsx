import type { DayBoxProps } from './day-box-props'
import './form.css'

/** A day or a time of day, chosen with the browser's own picker. */
export const DayBox = ({ kind, value, onChange, label, wrong = false }: DayBoxProps) => (
  <input
    type={kind === 'day' ? 'date' : 'time'}
    aria-label={label}
    aria-invalid={wrong}
    value={value}
    className={`text-box ${wrong ? 'text-box-wrong' : ''}`}
    onChange={(event) => onChange(event.target.value)}
  />
)
