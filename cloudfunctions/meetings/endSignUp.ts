import { claim } from '../kit/claim'
import type { Database } from '../kit/database'
import type { Context } from '../kit/handler'
import type { Tx } from '../kit/transact'
import { moveSignUp, wasMovedBy } from './move'
import { freeSeat, giveBack } from './places'
import { tryPromote } from './promote'
import type { MovedBy } from './states'
import { meetings, signUps, type SignUp } from './store'

/** What ends a sign-up. */
export interface Ending<Why extends string> {
  event: 'cancel' | 'lapse'
  by: MovedBy
  /** The request that ends it; null for a timer's work, which follows from the sign-up alone. */
  request: Pick<Context<'meetings.freeSeat'>, 'effectId' | 'inputHash' | 'now'> | null
  /** Tells its person, in the same transaction; absent where it is their own doing. */
  tells?: (tx: Tx, ended: SignUp) => Promise<void>
  /** Why it may not end any more; a repeat of the request that ended it gets its answer all the same. */
  whyNot?: Why | null
}

interface Ended {
  signUp: SignUp
  /** What it held before; null for a repeat, whose first call gave it back or left it to the sweeper. */
  held: 'seat' | 'waitlist' | null
}

/**
 * Ends a sign-up in one transaction, then gives back what it held and offers a seat to the next. Should a later
 * step be lost, the sweeper and the timer of the offers do it. Ten round trips from a waitlist, nineteen with a
 * seat that is offered on.
 * @param mayEnd whether this sign-up is the caller's to end
 * @returns the ended sign-up (also when the same request ended it before), or why not
 */
export async function endSignUp<Why extends string = never>(
  db: Database,
  signUpId: string,
  mayEnd: (signUp: SignUp) => boolean,
  now: Date,
  { event, by, request, tells, whyNot }: Ending<Why>,
): Promise<SignUp | 'NOT_FOUND' | 'WRONG_STATE' | Why> {
  const result = await db.transact<Ended | 'NOT_FOUND' | 'WRONG_STATE' | Why>(async (tx, attempt) => {
    const signUp = await tx.find(signUps, signUpId)
    if (!signUp || !mayEnd(signUp)) return 'NOT_FOUND'
    if (wasMovedBy(signUp, by.request)) return { signUp, held: null }
    if (whyNot) return whyNot
    if (request) await claim(tx, attempt, request)
    const ended = await moveSignUp(tx, signUp, event, by)
    if (!ended) return 'WRONG_STATE'
    await tells?.(tx, ended)
    return { signUp: ended, held: signUp.state === 'waiting' ? 'waitlist' : 'seat' }
  })
  if (typeof result === 'string') return result
  const { signUp, held } = result
  if (held === 'waitlist') await giveBack(db, 'waitlist', signUp.meetingId, signUpId)
  if (held === 'seat') await passOn(db, signUp, now)
  return signUp
}

async function passOn(db: Database, { meetingId, _id }: SignUp, now: Date): Promise<void> {
  const meeting = await db.readSlim(meetings, meetingId, 'reserved')
  if (!meeting) return
  await freeSeat(db, meeting, _id, now)
  await tryPromote(db, meetingId, now)
}
