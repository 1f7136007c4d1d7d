import type { Handler } from '../kit/handler'
import { sweepMeetings } from '../meetings/sweepMeetings'
import { reservationGraceMs } from '../meetings/reserve'

/** Gives back seats and places on waitlists that no sign-up claims. Two runs at once give each back once. */
export const sweepSeats: Handler<'jobs.sweepSeats'> = ({ graceMs }, { db, now }) =>
  sweepMeetings(db, new Date(now.getTime() - (graceMs ?? reservationGraceMs)), now)
