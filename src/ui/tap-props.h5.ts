import type { TapMeaning } from './tap-meaning'

/** The web's attributes for it; Enter and space act as a tap. */
export const tapProps = (meaning: TapMeaning, onTap: () => void): Record<string, unknown> => ({
  role: meaning.role,
  'aria-label': meaning.label,
  tabIndex: meaning.disabled ? -1 : 0,
  ...(meaning.disabled ? { 'aria-disabled': 'true' } : { 'aria-disabled': 'false' }),
  ...stateOf(meaning),
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onTap()
  },
})

const stateOf = ({ role, on }: TapMeaning) => {
  if (on === undefined) return {}
  return role === 'tab' ? { 'aria-selected': String(on) } : { 'aria-checked': String(on) }
}
