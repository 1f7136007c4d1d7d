import type { Handler } from '../kit/handler'
import { changeMeeting } from './changeMeeting'

/** Calls a meeting off. Those who signed up are told within a minute or two, by a timer. Seven round trips. */
export const callOff: Handler<'meetings.callOff'> = ({ meetingId, reason }, context) =>
  changeMeeting('meetings.callOff', meetingId, context, (meeting) => {
    if (meeting.state !== 'open') return context.fail('CALLED_OFF')
    if (meeting.endsAt <= context.now.toISOString()) return context.fail('MEETING_OVER')
    return { state: 'called_off', calledOffBecause: reason, pending: 'callOff' }
  })
