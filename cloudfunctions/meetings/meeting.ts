import type { Output } from '../contract'
import type { Actor } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { minutesView, previousView } from './minutesView'
import { mySignUp } from './mySignUp'
import { latestSignUp } from './queries'
import { isFor, whyNotNow } from './rules'
import { hasEnded } from './states'
import {
  agendas,
  meetings,
  minutes,
  signUps,
  supportIdOf,
  topicSupports,
  waitlists,
  type MeetingFacts,
  type SignUp,
} from './store'
import { briefView, topicViews } from './views'

type MeetingView = Output<'meetings.meeting'>

/**
 * One meeting with its topics, its minutes, what came of the previous one, and the caller's own place in it. Nine
 * round trips at most, two of them for the states of cases.
 */
export const meeting: Handler<'meetings.meeting'> = async ({ meetingId }, { me, now, db, fail }) => {
  const found = (await db.readSlim(meetings, meetingId, 'reserved')) ?? fail('NOT_FOUND')
  const [waitlist, agenda, written, before, mine] = await Promise.all([
    db.readSlim(waitlists, meetingId, 'reserved'),
    db.read(agendas, meetingId),
    db.read(minutes, meetingId),
    found.previousId ? db.read(minutes, found.previousId) : null,
    myPart(db, me, meetingId),
  ])
  const signUp = mine.signUp
  const inForce = signUp && !hasEnded(signUp.state) ? signUp.state : null
  return {
    ...briefView(found, now, inForce, waitlist ?? undefined),
    note: found.note,
    householdLimit: found.householdLimit,
    waiting: waitlist?.reservedUnits ?? 0,
    waitlistLimit: found.waitlistLimit,
    calledOffBecause: found.calledOffBecause,
    topics: topicViews(agenda, mine.support, { memberId: me?.memberId ?? null }),
    minutes: written?.publishedAt ? await minutesView(db, written) : null,
    previous: await previousView(db, found, before),
    signUp: signUp && (await mySignUp(db, signUp)),
    may: mayOf(found, signUp, me, now, (waitlist?.left ?? 0) > 0),
  }
}

async function myPart(db: Database, me: Actor | null, meetingId: string) {
  if (!me) return { signUp: null, support: null }
  const [[signUp = null], support] = await Promise.all([
    db.list(signUps, latestSignUp(me.memberId, meetingId)),
    db.read(topicSupports, supportIdOf(meetingId, me.memberId)),
  ])
  return { signUp, support }
}

function mayOf(
  found: MeetingFacts,
  signUp: SignUp | null,
  me: Actor | null,
  now: Date,
  canWait: boolean,
): MeetingView['may'] {
  if (!me || found.state !== 'open') return []
  // Whoever has moved away keeps the seat and what goes with it, and begins nothing new (docs/decisions/0122).
  const isMeant = isFor(found, me.residency)
  const at = now.toISOString()
  const state = signUp?.state
  const isOut = !state || hasEnded(state)
  const isOffered = state === 'offered' && (signUp?.offerUntil ?? '') > at
  const mayJoin = isMeant && isOut && !whyNotNow(found, now) && (found.left > 0 || canWait)
  const mayShow = at < found.endsAt && state !== 'attended' && (isMeant || !isOut)
  const isBefore = at < found.startsAt
  return [
    ...(mayJoin ? (['signUp'] as const) : []),
    ...(isBefore && !isOut && state !== 'attended' ? (['cancel'] as const) : []),
    ...(isOffered ? (['accept'] as const) : []),
    ...(mayShow ? (['showCode'] as const) : []),
    ...(isMeant && isBefore ? (['proposeTopic', 'supportTopic'] as const) : []),
  ]
}
