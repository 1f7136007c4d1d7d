import type { Handler } from '../kit/handler'
import { stepsFrom } from './codes'
import { participantsOf } from './queries'
import { isCheckOutTime, whyNotEnter } from './rules'
import { activities, participations } from './store'
import { participantView, staffView } from './views'

/** The screen at the door: who is expected, there and gone, and the codes of this moment. Three round trips. */
export const host: Handler<'party.host'> = async ({ activityId }, { me, now, db, fail }) => {
  const activity = await db.readSlim(activities, activityId, 'reserved')
  if (!activity || !me.covers(activity.communityId)) return fail('NOT_FOUND')
  const people = await db.list(participations, participantsOf(activityId))
  const count = (wanted: string) => people.filter(({ state }) => state === wanted).length
  return {
    activity: staffView(activity, people.length),
    counts: { joined: count('joined'), in: count('in'), done: count('done') },
    people: people.map(participantView),
    inSteps: whyNotEnter(activity, now) ? null : stepsFrom('in', activityId, now),
    outSteps: isCheckOutTime(activity, now) ? stepsFrom('out', activityId, now) : null,
    now: now.toISOString(),
  }
}
