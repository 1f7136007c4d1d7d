/** Attributes of a bar that fills. @param percent 0 to 100 */
export const progressProps = (label: string, percent: number): Record<string, string> => ({
  role: 'progressbar',
  'aria-label': label,
  'aria-valuemin': '0',
  'aria-valuemax': '100',
  'aria-valuenow': String(percent),
})
