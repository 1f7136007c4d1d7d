/**
 * Meetings that this instance has just seen full, so that a rush on one does not read it with every refusal. For a
 * second: somebody who cancels meanwhile is followed by one who waits anyway.
 */
const seenFull = new Map<string, number>()

const goodForMs = 1_000
const most = 200

/** Whether a meeting was full within the last second. */
export function wasJustFull(meetingId: string, now: Date): boolean {
  const at = seenFull.get(meetingId)
  return at !== undefined && Math.abs(now.getTime() - at) < goodForMs
}

/** Remembers that a meeting has neither a seat nor a place on its waitlist. */
export function rememberFull(meetingId: string, now: Date): void {
  if (seenFull.size >= most) seenFull.clear()
  seenFull.set(meetingId, now.getTime())
}
