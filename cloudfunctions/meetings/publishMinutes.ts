import { openCase } from '../affairs/post'
import { claimFirst } from '../kit/claim'
import type { Context, Handler } from '../kit/handler'
import { effectId } from '../kit/ids'
import { minutesView } from './minutesView'
import { meetings, minutes, type MeetingFacts, type Minutes } from './store'

type Publishing = Context<'meetings.publishMinutes'>

/**
 * Shows the minutes to everybody. Each action item becomes a case, in a transaction of its own that writes the
 * case's id beside the item: a call that died is gone on with. Those who were there are told by a timer. Five round
 * trips for each item, and eleven.
 */
export const publishMinutes: Handler<'meetings.publishMinutes'> = async ({ meetingId, version }, context) => {
  const { me, now, db, fail } = context
  const meeting = await db.readSlim(meetings, meetingId, 'reserved')
  if (!meeting || !me.covers(meeting.communityId)) return fail('NOT_FOUND')
  const found = (await db.read(minutes, meetingId)) ?? fail('NOT_FOUND')
  if (found.version !== version) return fail('CHANGED_MEANWHILE')
  await claimFirst(db, context)
  for (const [index, { caseId }] of found.actions.entries())
    if (caseId === null) await openFor(meeting, index, version, context)
  const published = await db.transact(async (tx) => {
    const present = await tx.find(minutes, meetingId)
    if (present?.version !== version) return fail('CHANGED_MEANWHILE')
    return present.publishedAt ? present : tx.put(minutes, { ...present, publishedAt: now.toISOString() })
  })
  await db.changeIf(meetings, meetingId, { pending: 'none' }, { pending: 'minutes' })
  return minutesView(db, published)
}

function openFor(
  meeting: MeetingFacts,
  index: number,
  version: number,
  context: Publishing,
): Promise<Minutes> {
  const { me, now, db, fail } = context
  const id = effectId('c', meeting._id, 'meetings.publishMinutes', `${index}`)
  return db.transact(async (tx, attempt) => {
    const present = await tx.find(minutes, meeting._id)
    const action = present?.actions[index]
    if (!present || !action || present.version !== version) return fail('CHANGED_MEANWHILE')
    if (action.caseId !== null) return present
    const text = `${meeting.title}：${action.text}（${action.owner}）`
    await openCase(tx, { id, communityId: meeting.communityId, text, reporter: me, now, attempt })
    const actions = present.actions.map((one, at) => (at === index ? { ...one, caseId: id } : one))
    return tx.put(minutes, { ...present, actions })
  })
}
