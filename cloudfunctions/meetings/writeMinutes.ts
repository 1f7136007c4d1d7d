import type { Input } from '../contract'
import { claim } from '../kit/claim'
import type { Context, Handler } from '../kit/handler'
import { minutesView } from './minutesView'
import { meetings, minutes, type MeetingFacts, type Minutes } from './store'

type Writing = Context<'meetings.writeMinutes'>

/** Drafts or corrects the minutes. Eight round trips, one more with cases. */
export const writeMinutes: Handler<'meetings.writeMinutes'> = async (input, context) => {
  const { me, now, db, fail } = context
  const meeting = await db.readSlim(meetings, input.meetingId, 'reserved')
  if (!meeting || !me.covers(meeting.communityId)) return fail('NOT_FOUND')
  if (now.toISOString() < meeting.startsAt) return fail('MEETING_NOT_OVER')
  const written = await db.transact(async (tx, attempt) => {
    const found = await tx.find(minutes, input.meetingId)
    if (found?.writtenBy === writtenBy(context)) return found
    await claim(tx, attempt, context)
    if ((found?.version ?? 0) !== input.seen) return fail('CHANGED_MEANWHILE')
    return tx.put(minutes, draftOf(input, meeting, found, context))
  })
  return minutesView(db, written)
}

const writtenBy = ({ effectId, inputHash }: Writing): string => `${effectId('a')}:${inputHash}`

function draftOf(
  { meetingId, text, decisions, actions }: Input<'meetings.writeMinutes'>,
  { communityId, startsAt }: MeetingFacts,
  found: Minutes | null,
  context: Writing,
): Minutes {
  const isFixed = found?.actions.some(({ caseId }) => caseId !== null) ?? false
  if (found && isFixed && !areSame(found.actions, actions)) return context.fail('ACTIONS_FIXED')
  return {
    _id: meetingId,
    schemaVersion: 1,
    communityId,
    startsAt,
    text,
    decisions,
    actions: found && isFixed ? found.actions : actions.map((action) => ({ ...action, caseId: null })),
    publishedAt: found?.publishedAt ?? null,
    version: (found?.version ?? 0) + 1,
    writtenBy: writtenBy(context),
    writtenAt: context.now.toISOString(),
  }
}

const areSame = (kept: Minutes['actions'], sent: Input<'meetings.writeMinutes'>['actions']): boolean =>
  kept.length === sent.length &&
  kept.every(
    (one, index) =>
      one.text === sent[index]?.text && one.dueOn === sent[index]?.dueOn && one.owner === sent[index]?.owner,
  )
