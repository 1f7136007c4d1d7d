/** Attributes of a bar that fills. @param percent 0 to 100 */
export const progressProps = (label: string, percent: number): Record<string, string> => ({
  ariaRole: 'progressbar',
  ariaLabel: `${label}，${percent}%`,
})
