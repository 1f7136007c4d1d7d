/** Attributes of a place whose changes a screen reader says by itself. */
export const liveProps: Record<string, string> = { ariaRole: 'alert' }

/** WeChat draws the heading itself. */
export const headingProps: Record<string, string> = {}

/** WeChat's screen reader knows no parts of a page. */
export const partProps = (_role: string, _label?: string): Record<string, string> => ({})

/** Attributes of a group with a name. */
export const groupProps = (_role: string, label: string): Record<string, string> => ({ ariaLabel: label })
