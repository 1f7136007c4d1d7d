import { bounds } from '../contract/exports-bounds'
import type { Context } from '../kit/handler'
import { movedExport, type exportMoves } from './states'
import { exportsAsked, type Export } from './store'

type Building = Context<'exports.build'>

/** An export of the community, if the caller asked for it. One round trip. */
export async function exportOf(
  { db, me, fail }: Pick<Building, 'db' | 'me' | 'fail'>,
  communityId: string,
  exportId: string,
): Promise<Export> {
  const found = await db.read(exportsAsked, exportId)
  return found?.communityId === communityId && found.memberId === me.memberId ? found : fail('NOT_FOUND')
}

/** The export after one of its asker's events. @throws Refusal WRONG_STATE */
export function after(
  found: Export,
  event: keyof typeof exportMoves,
  { me, now, fail }: Pick<Building, 'me' | 'now' | 'fail'>,
): Export {
  const moved = movedExport(found, event, { who: 'asker', actor: me.memberId, at: now.toISOString() })
  return moved ? { ...found, ...moved } : fail('WRONG_STATE')
}

/**
 * Takes an export for this call alone: two never work on one at the same time. One round trip.
 * @throws Refusal WRONG_STATE, and CONFLICT while another call is at it
 */
export async function take(found: Export, context: Building): Promise<Export> {
  const { db, now, fail } = context
  const next = after(found, 'build', context)
  if (found.busyUntil && found.busyUntil > now.toISOString()) return fail('CONFLICT')
  const busyUntil = new Date(now.getTime() + bounds.busyMs).toISOString()
  const taken = { ...next, tries: found.tries + 1, busyUntil }
  const seen = { state: found.state, tries: found.tries, busyUntil: found.busyUntil }
  return (await db.changeIf(exportsAsked, found._id, seen, fieldsOf(taken))) ? taken : fail('CONFLICT')
}

/** Writes how far it is, if it is still this call's. One round trip. @throws Refusal CONFLICT */
export async function keep(taken: Export, next: Export, { db, fail }: Building): Promise<Export> {
  const { busyUntil } = taken
  return (await db.changeIf(exportsAsked, taken._id, { busyUntil }, fieldsOf(next))) ? next : fail('CONFLICT')
}

/** @throws Refusal CONFLICT when so much of the time is gone that another call may begin before this one ends */
export function stillMine({ elapsedMs, fail }: Pick<Building, 'elapsedMs' | 'fail'>): void {
  if (elapsedMs() > bounds.busyMs / 2) fail('CONFLICT')
}

/** What steps change. */
function fieldsOf(one: Export): Partial<Omit<Export, '_id'>> {
  const { state, timeline, done, of, rows, parts, cursor, isRead, isCut, tries, busyUntil, expiresAt } = one
  return { state, timeline, done, of, rows, parts, cursor, isRead, isCut, tries, busyUntil, expiresAt }
}
