import type { Output } from '../contract'
import { refreshBoard } from '../home/post'
import { audits } from '../kit/audit'
import type { Context } from '../kit/handler'
import { joinedIn } from './staffActivities'
import { activities, type Activity } from './store'
import { staffView } from './views'

type Changing = 'party.edit' | 'party.callOff'

/**
 * Changes an activity in one transaction with its audit row; a repeat of the request finds that row and changes
 * nothing. Seven round trips, eight without a limit of places, and nine for the board.
 * @param change returns the changed fields, or refuses; it sees the activity as it is now
 */
export async function changeActivity(
  action: Changing,
  activityId: string,
  context: Context<Changing>,
  change: (activity: Activity) => Partial<Activity>,
): Promise<Output<'party.edit'>> {
  const { db, me, now, fail, effectId, inputHash } = context
  const id = effectId('a')
  const changed = await db.transact(async (tx) => {
    const activity = await tx.find(activities, activityId)
    if (!activity || !me.covers(activity.communityId)) return fail('NOT_FOUND')
    const earlier = await tx.find(audits, id)
    if (earlier) return earlier.inputHash === inputHash ? activity : fail('CONFLICT')
    const after = { ...change(activity), version: activity.version + 1 }
    const before = Object.fromEntries(
      Object.keys(after).map((field) => [field, activity[field as keyof Activity]]),
    )
    await tx.insert(audits, {
      _id: id,
      schemaVersion: 1,
      communityId: activity.communityId,
      actor: me.memberId,
      action,
      document: activityId,
      inputHash,
      at: now.toISOString(),
      before,
      after,
    })
    return tx.put(activities, { ...activity, ...after })
  })
  await refreshBoard(changed.communityId, context)
  return staffView(changed, await joinedIn(db, changed))
}
