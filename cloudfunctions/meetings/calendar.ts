import type { Handler } from '../kit/handler'
import { calendarText } from './calendarText'
import { meetings } from './store'

/** A meeting for the phone's own calendar. Two round trips, one without a log-in. */
export const calendar: Handler<'meetings.calendar'> = async ({ meetingId, pageUrl }, { now, db, fail }) => {
  const meeting = (await db.readSlim(meetings, meetingId, 'reserved')) ?? fail('NOT_FOUND')
  if (meeting.state !== 'open') return fail('CALLED_OFF')
  return {
    fileName: 'meeting.ics',
    contentType: 'text/calendar',
    text: calendarText(meeting, pageUrl ?? null, now),
  }
}
