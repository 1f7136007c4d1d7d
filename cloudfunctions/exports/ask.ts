import { activityOf } from '../party/read'
import type { Input } from '../contract'
import { limits } from '../contract/limits'
import type { Context, Handler } from '../kit/handler'
import { pauseBefore, sleep } from '../kit/retry'
import { chinaDay, startOfChinaDay } from '../kit/time'
import { meetingOf } from '../meetings/read'
import { askedSince } from './queries'
import { subjectOf, whyNotDays } from './rules'
import { exportsAsked, type Export } from './store'
import { exportView } from './views'

/** Of one person's requests at the same moment one gets each slot of the day; the others look again. */
const looks = 2 * limits.exports.perDay

/**
 * Notes what is wanted; nothing is read yet. Its document is its own audit row, and a repeat of the request finds it.
 * Four round trips, one more for a meeting's or an activity's, two for each clash with another of one's own.
 */
export const ask: Handler<'exports.ask'> = async (input, context) => {
  const { fail, inputHash } = context
  const wrong = whyNotDays(input.what)
  if (wrong) return fail('INVALID_INPUT', wrong)
  const name = await nameOf(input, context)
  const asked = await open(input, subjectOf(input.what, name), context)
  // The same request id with another input is a mistake of the client, never a second export.
  return asked.inputHash === inputHash ? exportView(asked) : fail('CONFLICT')
}

/** The meeting or the activity that it is about, if it is the community's. */
async function nameOf(
  { communityId, what }: Input<'exports.ask'>,
  { db, fail }: Context<'exports.ask'>,
): Promise<string> {
  if (what.kind !== 'signUps' && what.kind !== 'participations') return ''
  const found = await (what.kind === 'signUps'
    ? meetingOf(db, what.meetingId)
    : activityOf(db, what.activityId))
  return found?.communityId === communityId ? found.title : fail('NOT_FOUND')
}

async function open(
  { communityId, what }: Input<'exports.ask'>,
  subject: string,
  context: Context<'exports.ask'>,
): Promise<Export> {
  const { me, now, db, fail, inputHash, random } = context
  const id = context.effectId('u')
  const since = startOfChinaDay(now).toISOString()
  for (let look = 0; look < looks; look += 1) {
    const begun = performance.now()
    const [earlier, today] = await Promise.all([
      db.read(exportsAsked, id),
      db.list(exportsAsked, askedSince(me.memberId, since)),
    ])
    if (earlier) return earlier
    if (today.length >= limits.exports.perDay) return fail('EXPORT_LIMIT')
    // A slot that another took in between is refused by a unique index.
    const daySlot = `${me.memberId}:${chinaDay(now)}:${today.length + 1}`
    const fresh = newExport({
      id,
      inputHash,
      communityId,
      memberId: me.memberId,
      daySlot,
      what,
      subject,
      now,
    })
    if (await db.insert(exportsAsked, fresh)) return fresh
    await sleep(pauseBefore(look, random(), performance.now() - begun))
  }
  return fail('CONFLICT')
}

type Asked = Pick<Export, 'inputHash' | 'communityId' | 'memberId' | 'daySlot' | 'what' | 'subject'>

function newExport({ id, now, ...asked }: Asked & { id: string; now: Date }): Export {
  const askedAt = now.toISOString()
  return {
    _id: id,
    schemaVersion: 1,
    ...asked,
    state: 'asked',
    askedAt,
    ...{ done: 0, of: 0, rows: 0, parts: 0, cursor: null, isRead: false, isCut: false },
    ...{ tries: 0, busyUntil: null, fetches: 0 },
    expiresAt: new Date(now.getTime() + limits.exports.hours * 3_600_000).toISOString(),
    timeline: [{ event: 'ask', at: askedAt, actor: asked.memberId }],
  }
}
