import type { Access } from '../contract/access'
import { actorOf, members, type Actor, type DeskInForce } from './actor'
import type { Database } from './database'

/** CloudBase takes at most 32 characters of a custom user id: a member's 24, a dot, and seven of the desk's own. */
const tailLength = 7

/**
 * The user id under which CloudBase knows a browser that signed in by QR. It is no secret: only a ticket that this
 * deployment signed leads to it.
 */
export const deskUserId = (memberId: string, deskId: string): string => `${memberId}.${tailOf(deskId)}`

/**
 * Whoever calls from a desk, loaded afresh: the member's own document says which desks are in force, so an ended one
 * is gone on the very next call, and so is every desk of somebody without a duty. One round trip, as on a phone.
 * @param userId empty for a caller without one
 * @returns null where no desk in force is behind the user id
 */
export async function loadDeskActor(db: Database, userId: string, now: Date): Promise<Actor | null> {
  const [, memberId, tail] = /^(m_[A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{7})$/.exec(userId) ?? []
  if (!memberId || !tail) return null
  const member = await db.read(members, memberId)
  const desk = desksInForce(member?.desks, now).find(({ id }) => tailOf(id) === tail)
  const actor = actorOf(memberId, member, now)
  return desk && actor.duties.length > 0 ? { ...actor, desk } : null
}

/** Pure: those of somebody's desks that are not over. */
export const desksInForce = (desks: readonly DeskInForce[] | undefined, now: Date): DeskInForce[] =>
  (desks ?? []).filter(({ until }) => now.toISOString() < until)

/** Whether an access lets a desk in: staff's do, and of the others those alone that say so. */
export const isOpenAtDesk = (access: Access): boolean =>
  access.kind === 'staff' || (access.kind === 'member' && access.atDesk === true)

const tailOf = (deskId: string): string => deskId.slice(2, 2 + tailLength)
