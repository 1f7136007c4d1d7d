/** Attributes of a place whose changes a screen reader says by itself. */
export const liveProps: Record<string, string> = { role: 'status', 'aria-live': 'polite' }

/** Attributes of a heading. */
export const headingProps: Record<string, string> = { role: 'heading', 'aria-level': '1' }

/** Attributes of the large parts of a page, by which a screen reader jumps. */
export const partProps = (role: 'banner' | 'main' | 'navigation' | 'region', label?: string) => ({
  role,
  ...(label ? { 'aria-label': label } : {}),
})

/** Attributes of a group with a name. @param role what kind of group */
export const groupProps = (
  role: 'radiogroup' | 'tablist' | 'group',
  label: string,
): Record<string, string> => ({
  role,
  'aria-label': label,
})
