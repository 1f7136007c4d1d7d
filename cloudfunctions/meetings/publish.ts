import type { Input } from '../contract'
import { refreshBoard } from '../home/post'
import type { Context, Handler } from '../kit/handler'
import { effectId } from '../kit/ids'
import type { Tx } from '../kit/transact'
import { monthsLater } from './dates'
import { areInOrder } from './rules'
import { agendas, meetings, waitlists, type Agenda, type Meeting } from './store'
import { staffView } from './views'

type Publishing = Context<'meetings.publish'>

/**
 * Publishes a meeting, or a series of monthly ones, in one transaction. Each document is its own audit row. Four
 * round trips and two for each meeting, three with an agenda; nine for the community's board.
 */
export const publish: Handler<'meetings.publish'> = async (input, context) => {
  const { db, now, fail, inputHash } = context
  if (input.waitlistLimit > 2 * input.capacity) return fail('INVALID_INPUT', 'waitlistLimit')
  if (!areInOrder(input, now)) return fail('DATES_OUT_OF_ORDER')
  const fresh = seriesOf(input, context)
  const published = await db.transact(async (tx, attempt) => {
    const earlier = attempt > 0 ? await earlierOf(tx, fresh) : []
    if (earlier.length > 0) return earlier
    for (const meeting of fresh) await insert(tx, meeting, input.agenda, context)
    return fresh
  })
  if (published.some((meeting) => meeting.inputHash !== inputHash)) return fail('CONFLICT')
  await refreshBoard(input.communityId, context)
  return { meetings: published.map((meeting) => staffView(meeting, now)) }
}

/** What an earlier call of the same request made: all of it, or nothing. */
async function earlierOf(tx: Tx, fresh: readonly Meeting[]): Promise<Meeting[]> {
  const found: Meeting[] = []
  for (const { _id } of fresh) {
    const meeting = await tx.find(meetings, _id)
    if (meeting) found.push(meeting)
  }
  return found
}

async function insert(tx: Tx, meeting: Meeting, texts: readonly string[], { me, now }: Publishing) {
  const { _id, waitlistLimit, endsAt } = meeting
  await tx.insert(meetings, meeting)
  await tx.insert(waitlists, {
    _id,
    schemaVersion: 1,
    endsAt,
    left: waitlistLimit,
    reservedUnits: 0,
    reserved: {},
  })
  if (texts.length === 0) return
  const topics: Agenda['topics'] = texts.map((text, index) => ({
    id: effectId('o', me.memberId, 'meetings.publish', `${_id}:${index}`),
    text,
    proposedBy: me.memberId,
    at: now.toISOString(),
    supporters: 0,
    onAgenda: true,
  }))
  await tx.insert(agendas, { _id, schemaVersion: 1, topics })
}

function seriesOf(input: Input<'meetings.publish'>, context: Publishing): Meeting[] {
  const { requestId, months } = input
  const first = context.effectId('t')
  const ids = Array.from({ length: months }, (_, month) =>
    month === 0 ? first : effectId('t', context.me.memberId, `meetings.publish ${month}`, requestId),
  )
  return ids.map((id, month) => ({
    ...newMeeting(input, context),
    _id: id,
    startsAt: monthsLater(input.startsAt, month),
    endsAt: monthsLater(input.endsAt, month),
    signUpFrom: monthsLater(input.signUpFrom, month),
    signUpUntil: monthsLater(input.signUpUntil, month),
    seriesId: months > 1 ? first : null,
    previousId: ids[month - 1] ?? null,
  }))
}

function newMeeting(input: Input<'meetings.publish'>, { me, now, inputHash }: Publishing) {
  const { requestId: _requestId, months: _months, agenda: _agenda, ...facts } = input
  return {
    ...facts,
    schemaVersion: 1 as const,
    inputHash,
    left: input.capacity,
    reservedUnits: 0,
    reserved: {},
    queueing: false,
    state: 'open' as const,
    calledOffBecause: '',
    pending: 'none' as const,
    version: 1,
    createdBy: me.memberId,
    createdAt: now.toISOString(),
  }
}
