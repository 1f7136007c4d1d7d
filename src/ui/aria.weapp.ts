/** Attributes of a place whose changes a screen reader says by itself. */
export const liveProps: Record<string, string> = { ariaRole: 'status', ariaLive: 'polite' }

/** WeChat draws the heading itself. */
export const headingProps: Record<string, string> = {}

/** WeChat's screen reader does not jump by the parts of a page. */
export const partProps = (_role: string, _label?: string): Record<string, string> => ({})

/** Attributes of a group with a name. @param role what kind of group */
export const groupProps = (role: string, label: string): Record<string, string> => ({
  ariaRole: role,
  ariaLabel: label,
})
