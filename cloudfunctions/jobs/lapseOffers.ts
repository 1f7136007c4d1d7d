import type { Handler } from '../kit/handler'
import { offerFreeSeats } from '../meetings/offerFreeSeats'
import { endSignUp } from '../meetings/endSignUp'
import { lapsedOffers } from '../meetings/queries'
import { signUps } from '../meetings/store'
import { tellMoves } from '../meetings/tellMoves'
import { tellNews } from '../meetings/tellNews'

/** Offers that one run ends; the next run goes on. */
const batch = 100

/**
 * Ends offers that nobody accepted in time, offers what is free to those who wait, and tells people what changed.
 * Each step is its own conditional move, so two runs at once do it once.
 */
export const lapseOffers: Handler<'jobs.lapseOffers'> = async (_input, { db, now }) => {
  const at = now.toISOString()
  const due = await db.list(signUps, lapsedOffers(at, batch))
  let [lapsed, offered, told] = [0, 0, 0]
  let problem: unknown
  // One that cannot be moved must not hold up the others; the run is reported as failed all the same.
  const attempt = async (work: () => Promise<void>) => work().catch((error: unknown) => (problem ??= error))
  for (const { _id } of due) {
    const by = { who: 'system', actor: 'timer', request: `lapse:${_id}`, at } as const
    const stillDue = (signUp: { offerUntil: string | null }) => (signUp.offerUntil ?? '') <= at
    await attempt(async () => {
      const ended = await endSignUp(db, _id, stillDue, now, { event: 'lapse', by, request: null })
      lapsed += Number(typeof ended !== 'string')
    })
  }
  await attempt(async () => void (offered = await offerFreeSeats(db, now)))
  await attempt(async () => void (told += await tellNews(db, now)))
  await attempt(async () => void (told += await tellMoves(db, now)))
  if (problem) throw problem
  return { lapsed, offered, told, more: due.length === batch }
}
