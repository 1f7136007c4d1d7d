import type { Context, Handler } from '../kit/handler'
import { sameText, sha256 } from '../kit/keys'
import { whyNotScan } from './rules'
import { movedDesk } from './states'
import { desks, type Desk } from './store'

type Scanning = Context<'desk.scan'>

/**
 * Binds a QR to whoever scans it first, and says what it asks for. Somebody without a duty is told so whatever the code
 * is. Three round trips.
 */
export const scan: Handler<'desk.scan'> = async ({ token }, context) => {
  const { me, now, fail } = context
  if (me.duties.length === 0) return fail('DESK_STAFF_ONLY')
  const found = await deskOf(token, context)
  const denial = whyNotScan(found, me.memberId, now.toISOString())
  if (denial) return fail(denial)
  const { _id, number, browser, system, openedAt, expiresAt } = await bound(found, context)
  // Written by `open`, whose contract has the choices.
  const shown = { browser, system } as Pick<Awaited<ReturnType<typeof scan>>, 'browser' | 'system'>
  return { deskId: _id, number, ...shown, openedAt, expiresAt }
}

/** The desk of a code. NOT_FOUND, whether there is none of that id or the code is another's. */
async function deskOf(token: string, { db, fail }: Scanning): Promise<Desk> {
  const [id = '', code = ''] = token.split('.')
  const found = await db.read(desks, id)
  return found && sameText(found.codeHash, sha256(code)) ? found : fail('NOT_FOUND')
}

/** One change that holds only while nobody else was first. */
async function bound(found: Desk, { me, now, db, fail }: Scanning): Promise<Desk> {
  const { memberId } = me
  const moved = movedDesk(found, 'scan', { who: 'member', memberId, at: now.toISOString() })
  if (!moved) return found
  const { _id, state, timeline, expiresAt, sweepAt } = moved
  const set = { state, timeline, expiresAt, sweepAt, memberId }
  if (await db.changeIf(desks, _id, { state: 'open' }, set)) return moved
  const latest = await db.read(desks, _id)
  return latest?.memberId === memberId ? latest : fail('DESK_USED')
}
