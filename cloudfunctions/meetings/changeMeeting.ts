import type { ActionName, Output } from '../contract'
import { refreshBoard } from '../home/post'
import { audits } from '../kit/audit'
import type { Context } from '../kit/handler'
import type { Tx } from '../kit/transact'
import { meetings, type Meeting } from './store'
import { staffView } from './views'

type Changing = 'meetings.edit' | 'meetings.callOff'

/**
 * Changes a meeting in one transaction with its audit row; a repeat of the request finds that row and changes
 * nothing. Seven round trips, those of `change`, and nine for the community's board.
 * @param change returns the changed fields, or refuses; it sees the meeting as it is now
 */
export async function changeMeeting<N extends Changing & ActionName>(
  action: N,
  meetingId: string,
  context: Context<Changing>,
  change: (meeting: Meeting, tx: Tx) => Partial<Meeting> | Promise<Partial<Meeting>>,
): Promise<Output<'meetings.edit'>> {
  const { db, me, now, fail, inputHash } = context
  const id = context.effectId('a')
  const changed = await db.transact(async (tx) => {
    const meeting = await tx.find(meetings, meetingId)
    if (!meeting || !me.covers(meeting.communityId)) return fail('NOT_FOUND')
    const earlier = await tx.find(audits, id)
    if (earlier) return earlier.inputHash === inputHash ? meeting : fail('CONFLICT')
    const after = { ...(await change(meeting, tx)), version: meeting.version + 1 }
    const before = Object.fromEntries(
      Object.keys(after).map((field) => [field, meeting[field as keyof Meeting]]),
    )
    await tx.insert(audits, {
      _id: id,
      schemaVersion: 1,
      communityId: meeting.communityId,
      actor: me.memberId,
      action,
      document: meetingId,
      inputHash,
      at: now.toISOString(),
      before,
      after,
    })
    return tx.put(meetings, { ...meeting, ...after })
  })
  await refreshBoard(changed.communityId, context)
  return staffView(changed, now)
}
