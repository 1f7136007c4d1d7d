import { bounds } from '../contract/desk-bounds'
import type { Handler } from '../kit/handler'
import { randomToken } from '../kit/ids'
import { sha256 } from '../kit/keys'
import { linkTo } from '../kit/links'
import { withOpening } from './rules'
import { scannableUntil } from './states'
import { desks } from './store'

/** Moments at which this instance opened a desk: bounds what somebody without a log-in can make it write. */
let openings: readonly number[] = []

/** A QR for a web page. One round trip. */
export const open: Handler<'desk.open'> = async ({ browser, system }, { now, db, random, tickets, fail }) => {
  if (!tickets.ready) return fail('FORBIDDEN')
  openings = withOpening(openings, now.getTime(), bounds.openingsPerMinute) ?? fail('RATE_LIMITED')
  const [deskId, secret, code] = [`l_${randomToken()}`, randomToken(), randomToken()]
  const number = String(10 + Math.floor(random() * 90))
  const at = now.toISOString()
  const expiresAt = scannableUntil(at)
  await db.insert(desks, {
    _id: deskId,
    schemaVersion: 1,
    state: 'open',
    browser,
    system,
    number,
    secretHash: sha256(secret),
    codeHash: sha256(code),
    openedAt: at,
    expiresAt,
    memberId: null,
    until: null,
    timeline: [],
    sweepAt: new Date(Date.parse(expiresAt) + bounds.unusedMinutes * 60_000).toISOString(),
  })
  return {
    deskId,
    secret,
    link: linkTo('features/desk/confirm', `${deskId}.${code}`),
    number,
    now: at,
    expiresAt,
  }
}
