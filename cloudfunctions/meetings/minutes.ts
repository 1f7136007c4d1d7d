import type { Handler } from '../kit/handler'
import { minutesView } from './minutesView'
import * as store from './store'

/** The minutes for those who write them, also a draft. Three round trips at most. */
export const minutes: Handler<'meetings.minutes'> = async ({ meetingId }, { me, db, fail }) => {
  const [meeting, found] = await Promise.all([
    db.readSlim(store.meetings, meetingId, 'reserved'),
    db.read(store.minutes, meetingId),
  ])
  if (!meeting || !me.covers(meeting.communityId)) return fail('NOT_FOUND')
  return { minutes: found && (await minutesView(db, found)) }
}
