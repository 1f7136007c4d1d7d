import type { Context } from '../kit/handler'
import { sleep } from '../kit/retry'
import type { Where } from '../kit/where'
import { rememberFull, wasJustFull } from './full'
import { gateOf, isFor, mayOffer, whyNotNow } from './rules'
import { meetings, signUps, waitlists, type MeetingFacts, type SignUp } from './store'

/**
 * Milliseconds after which a reservation without its sign-up belongs to a caller that must be dead: the
 * function's time-out (10 s, `config/cloud.ts`) and half as much again.
 */
export const reservationGraceMs = 15_000

const looks = 12

/** What was reserved for a sign-up: a seat of the meeting or a place on its waitlist. */
export interface Place {
  kind: 'seat' | 'waitlist'
  meeting: MeetingFacts
}

type Signing = Context<'meetings.signUp'>

/**
 * Reserves a seat, or with none left a place on the waitlist, under the sign-up's own id. Two round trips for a
 * seat, two for a place on the waitlist.
 * @returns what was reserved, or the sign-up that an earlier call of the same request made
 * @throws Refusal why not; CONFLICT while the same request is under way
 */
export async function reservePlace(
  id: string,
  meetingId: string,
  context: Signing,
): Promise<Place | { earlier: SignUp }> {
  const { db, now, fail, random } = context
  if (wasJustFull(meetingId, now)) {
    const earlier = await db.read(signUps, id)
    return earlier ? { earlier } : fail('FULL')
  }
  for (let look = 0; look < looks; look += 1) {
    const meeting = await db.readSlim(meetings, meetingId, 'reserved', id)
    if (!meeting || !isFor(meeting, context.me.residency)) return failFor(meeting, context)
    const { held, ...tried } = await tryPlace(id, meeting, context)
    if (tried.place) return { kind: tried.place, meeting }
    const earlier = await db.read(signUps, id)
    if (earlier) return { earlier }
    if (tried.why === 'FULL') rememberFull(meetingId, now)
    if (tried.why) return fail(tried.why)
    if (held) await sleep(80 + 80 * look * random())
  }
  return fail('CONFLICT')
}

interface Tried {
  place?: Place['kind']
  why?: Parameters<Signing['fail']>[0]
  /** The same request holds it already: it is under way. */
  held?: boolean
}

async function tryPlace(
  id: string,
  meeting: MeetingFacts & { reserved: Record<string, { quantity: number; at: string }> },
  { db, now }: Signing,
): Promise<Tried> {
  const why = whyNotNow(meeting, now)
  if (why) return { why }
  const taking = { quantity: 1, at: now.toISOString() }
  const mine = meeting.reserved[id]
  if (mine) {
    const isDead = Date.parse(mine.at) < now.getTime() - reservationGraceMs
    return isDead && (await db.takeOver(meetings, meeting._id, id, mine, taking.at))
      ? { place: 'seat' }
      : { held: true }
  }
  // How full the waitlist is shows only when its place cannot be taken: most calls do not need to know.
  const gate = gateOf(meeting, { left: 1 }, now)
  if (gate === 'full') return { why: 'FULL' }
  if (gate === 'seat')
    return (await db.take(meetings, meeting._id, id, taking, asSeen(meeting, now))) ? { place: 'seat' } : {}
  if (await db.take(waitlists, meeting._id, id, taking)) return { place: 'waitlist' }
  return waitingAlready(id, meeting._id, { db, now })
}

/** Nobody takes a seat past those who wait, nor one of a meeting that has changed. */
const asSeen = (meeting: MeetingFacts, now: Date): Where => ({
  state: 'open',
  version: meeting.version,
  ...(mayOffer(meeting, now) ? { queueing: false } : {}),
})

async function waitingAlready(
  id: string,
  meetingId: string,
  { db, now }: Pick<Signing, 'db' | 'now'>,
): Promise<Tried> {
  const waitlist = await db.readSlim(waitlists, meetingId, 'reserved', id)
  const mine = waitlist?.reserved[id]
  if (!mine) return waitlist && waitlist.left > 0 ? {} : { why: 'FULL' }
  const isDead = Date.parse(mine.at) < now.getTime() - reservationGraceMs
  const taken = isDead && (await db.takeOver(waitlists, meetingId, id, mine, now.toISOString()))
  return taken ? { place: 'waitlist' } : { held: true }
}

/** A meeting of another community does not exist for the caller; one of another compound is shown and not for them. */
const failFor = (meeting: MeetingFacts | null, { me, fail }: Signing): never =>
  fail(meeting && meeting.communityId === me.residency.communityId ? 'NOT_FOR_YOU' : 'NOT_FOUND')
