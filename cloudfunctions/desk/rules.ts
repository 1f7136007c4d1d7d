import type { Desk } from './store'

/** Why somebody may not bind a QR, or may no longer; null: they may, or have. */
export function whyNotScan(desk: Desk, memberId: string, at: string): 'DESK_EXPIRED' | 'DESK_USED' | null {
  const isFree = desk.state === 'open' || (desk.state === 'scanned' && desk.memberId === memberId)
  if (!isFree) return 'DESK_USED'
  return at < desk.expiresAt ? null : 'DESK_EXPIRED'
}

/** What the browser is told: whoever comes too late for a step is told no more than that. */
export function shownToBrowser(
  { state, expiresAt }: Pick<Desk, 'state' | 'expiresAt'>,
  at: string,
): 'open' | 'scanned' | 'confirmed' | 'declined' | 'over' {
  if (state === 'declined') return 'declined'
  if (at >= expiresAt) return 'over'
  if (state === 'in_force') return 'confirmed'
  return state === 'open' || state === 'scanned' ? state : 'over'
}

/** The list of somebody's desks with one more, and the one that has to go for it. */
export function withDesk<D extends { since: string }>(
  desks: readonly D[],
  added: D,
  most: number,
): { desks: D[]; displaced: D | null } {
  const byAge = [...desks].sort((one, other) => (one.since < other.since ? -1 : 1))
  const displaced = byAge.length < most ? null : (byAge[0] ?? null)
  return { desks: [...byAge.filter((one) => one !== displaced), added], displaced }
}

/** The openings of the last minute with one more; null when there were as many as may be. */
export function withOpening(earlier: readonly number[], now: number, most: number): number[] | null {
  const recent = earlier.filter((at) => at > now - 60_000)
  return recent.length < most ? [...recent, now] : null
}
