import type { Handler } from '../kit/handler'
import { remindOfMeetings } from '../meetings/remind'
import { remindOfActivities } from '../party/remind'
import { remindOfRedemptions } from '../points/remind'

/**
 * People of one run, once a minute by day: 13,000 on the day before the 10th are told within three hours, and
 * WeChat's messages follow at a pace of their own (sendMessages.ts). Each costs eight round trips.
 */
const most = 80

/** Reminds people of what is tomorrow, and of what they still have to fetch. Two runs at once tell each person once. */
export const remind: Handler<'jobs.remind'> = async (_input, { db, now }) => {
  let problem: unknown
  let left = most
  // One kind that fails must not hold up the others; the run is reported as failed all the same.
  const attempt = async (work: typeof remindOfMeetings) => {
    const told = await work({ db, now, most: left }).catch((error: unknown) => {
      problem ??= error
      return 0
    })
    left -= told
    return told
  }
  const meetings = await attempt(remindOfMeetings)
  const activities = await attempt(remindOfActivities)
  const redemptions = await attempt(remindOfRedemptions)
  if (problem) throw problem
  return { meetings, activities, redemptions, more: left <= 0 }
}
