import type { Failure } from '@/services/replies'
import type { Meeting } from '../words'

/** What a calendar needs to know of a meeting. */
export type Remembered = Pick<Meeting, 'id' | 'title' | 'venue' | 'startsAt' | 'endsAt'>

/** added: it is in the calendar; saved: as a file that the person opens; refused: the phone did not let us. */
export type CalendarOutcome = 'added' | 'saved' | 'refused' | Failure
