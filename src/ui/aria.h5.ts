/** Attributes of a place whose changes a screen reader says by itself. */
export const liveProps: Record<string, string> = { role: 'status', 'aria-live': 'polite' }

/** Attributes of a heading. */
export const headingProps: Record<string, string> = { role: 'heading', 'aria-level': '1' }

/** Attributes of a group with a name. @param role what kind of group */
export const groupProps = (
  role: 'radiogroup' | 'tablist' | 'group',
  label: string,
): Record<string, string> => ({
  role,
  'aria-label': label,
})
