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
  const meetings = await remindOfMeetings({ db, now, most })
  const activities = await remindOfActivities({ db, now, most: most - meetings })
  const redemptions = await remindOfRedemptions({ db, now, most: most - meetings - activities })
  return { meetings, activities, redemptions, more: meetings + activities + redemptions >= most }
}
