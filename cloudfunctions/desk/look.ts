import { deskUserId } from '../kit/desk'
import type { Handler } from '../kit/handler'
import { sameText, sha256 } from '../kit/keys'
import { shownToBrowser } from './rules'
import { desks } from './store'

/**
 * What became of a QR, for the browser that has its secret. The ticket is made anew at each look, for two minutes, so
 * that a lost answer costs nothing; all of them are for the same desk. One round trip.
 */
export const look: Handler<'desk.look'> = async ({ deskId, secret }, { now, db, tickets, fail }) => {
  const desk = await db.read(desks, deskId)
  if (!desk || !sameText(desk.secretHash, sha256(secret))) return fail('NOT_FOUND')
  const state = shownToBrowser(desk, now.toISOString())
  const { memberId, until } = desk
  if (state !== 'confirmed' || !memberId || !until) return { state, ticket: null }
  return { state, ticket: tickets.issue(deskUserId(memberId, deskId), new Date(until)) }
}
