import type { Database } from '../kit/database'
import { endSignUp } from '../meetings/endSignUp'
import { heldBy } from '../meetings/queries'
import { signUps } from '../meetings/store'
import { leavePart } from '../party/leavePart'
import { joinedBy } from '../party/queries'
import { participations } from '../party/store'
import { toPickUp } from '../points/queries'
import { refund } from '../points/refund'
import { redemptions } from '../points/store'
import type { Erasure } from '../privacy/store'

/**
 * Settles what a deleted account has left open: what was redeemed and not picked up goes back on the shelf and its
 * points onto the account, seats go to those who wait, places in activities too. Each is a move of its own that is
 * the same again.
 * @returns whether nothing is left
 */
export async function settleAccount(db: Database, { memberId, _id }: Erasure, now: Date): Promise<boolean> {
  const at = now.toISOString()
  const isTheirs = (one: { memberId: string | null }) => one.memberId === memberId
  const open = await db.list(redemptions, toPickUp(memberId))
  for (const redemption of open) {
    const request = `erase:${redemption._id}`
    await refund(db, redemption._id, isTheirs, { event: 'cancel', actor: memberId, request, at })
  }
  const seats = await db.list(signUps, heldBy(memberId))
  for (const seat of seats) {
    const by = { who: 'member', actor: memberId, request: `erase:${seat._id}`, at } as const
    await endSignUp(db, seat._id, isTheirs, now, { event: 'cancel', by, request: null })
  }
  const joined = await db.list(participations, joinedBy(memberId))
  for (const part of joined)
    await leavePart(db, part, { who: 'system', actor: memberId, request: `erase:${_id}`, at })
  return open.length + seats.length + joined.length === 0
}
