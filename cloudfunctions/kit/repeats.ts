/** Names a request in a timeline: its effect and its input. */
export const requestOf = (effectId: string, inputHash: string): string => `${effectId}:${inputHash}`

/**
 * Whether a request has moved a document before.
 * @returns `mine` for a repeat; `other` for the same id with another input; null when it is new
 */
export function earlierBy(
  timeline: readonly { request: string }[],
  effectId: string,
  inputHash: string,
): 'mine' | 'other' | null {
  const row = timeline.find(({ request }) => request.startsWith(`${effectId}:`))
  if (!row) return null
  return row.request === requestOf(effectId, inputHash) ? 'mine' : 'other'
}
