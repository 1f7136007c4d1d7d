import type { TapMeaning } from './tap-meaning'

/** WeChat's attributes for it: its pages are web pages inside, so a screen reader says role and state by itself. */
export const tapProps = ({ role, label, disabled, on }: TapMeaning): Record<string, unknown> => ({
  ariaRole: role,
  ariaLabel: label,
  ...(disabled ? { ariaDisabled: 'true' } : {}),
  ...(on === undefined ? {} : role === 'tab' ? { ariaSelected: String(on) } : { ariaChecked: String(on) }),
})
