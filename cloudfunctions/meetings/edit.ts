import type { Input } from '../contract'
import type { Context, Handler } from '../kit/handler'
import { moveOf } from '../kit/moves'
import type { Tx } from '../kit/transact'
import { changeMeeting } from './changeMeeting'
import { areInOrder } from './rules'
import { waitlists, type Meeting } from './store'

/**
 * Changes one meeting. More seats go to those who wait first; of another time or place those who signed up are told
 * within a minute or two, by a timer. Ten round trips at most.
 */
export const edit: Handler<'meetings.edit'> = (input, context) =>
  changeMeeting('meetings.edit', input.meetingId, context, async (meeting, tx) => {
    const { requestId: _requestId, meetingId: _meetingId, version, ...facts } = input
    const { now, fail } = context
    if (facts.waitlistLimit > 2 * facts.capacity) return fail('INVALID_INPUT', 'waitlistLimit')
    if (meeting.state !== 'open') return fail('CALLED_OFF')
    if (meeting.version !== version) return fail('CHANGED_MEANWHILE')
    if (!areInOrder(facts, now)) return fail('DATES_OUT_OF_ORDER')
    if (facts.capacity < meeting.reservedUnits) return fail('SEATS_TAKEN')
    const someWait = await withWaitlist(tx, meeting, input, context)
    const left = facts.capacity - meeting.reservedUnits
    const move = moveOf(meeting, facts, now) ?? meeting.move
    return { ...facts, ...(move ? { move } : {}), left, queueing: meeting.queueing || (someWait && left > 0) }
  })

/** Gives the waitlist its new length and end. @returns whether somebody waits */
async function withWaitlist(
  tx: Tx,
  { _id }: Meeting,
  { waitlistLimit, endsAt }: Input<'meetings.edit'>,
  { fail }: Context<'meetings.edit'>,
): Promise<boolean> {
  const waitlist = await tx.find(waitlists, _id)
  if (!waitlist) throw new Error('a meeting without its waitlist')
  if (waitlistLimit < waitlist.reservedUnits) return fail('SEATS_TAKEN')
  const left = waitlistLimit - waitlist.reservedUnits
  if (left !== waitlist.left || endsAt !== waitlist.endsAt)
    await tx.put(waitlists, { ...waitlist, left, endsAt })
  return waitlist.reservedUnits > 0
}
