import type { z } from 'zod'
import type { MySignUp } from '../contract/meetings'
import type { Database } from '../kit/database'
import { actedByText } from '../proxy/rules'
import { positionIn } from './rules'
import { waitlists, type SignUp } from './store'

/** A sign-up as its owner sees it. One round trip for one that waits, to count those before it; else none. */
export async function mySignUp(db: Database, signUp: SignUp): Promise<z.output<typeof MySignUp>> {
  const waitlist = signUp.state === 'waiting' ? await db.read(waitlists, signUp.meetingId) : null
  return {
    id: signUp._id,
    state: signUp.state,
    position: waitlist && positionIn(waitlist.reserved, signUp._id),
    offerUntil: signUp.offerUntil,
    timeline: signUp.timeline.map(({ event, at, note, by }) => ({ event, at, note, by: actedByText(by) })),
  }
}
