import { namesBuilding } from '../community/rules'
import { limits } from '../contract/limits'
import { addMinutes } from '../kit/time'
import type { MeetingFacts, Waitlist } from './store'

const { meeting: max } = limits

type Times = Pick<MeetingFacts, 'startsAt' | 'endsAt' | 'signUpFrom' | 'signUpUntil' | 'state'>

/** Why nobody can sign up now, whatever is left; null when it is the time. */
export function whyNotNow(
  meeting: Times,
  now: Date,
): 'SIGN_UP_NOT_YET' | 'SIGN_UP_CLOSED' | 'CALLED_OFF' | null {
  const at = now.toISOString()
  if (meeting.state === 'called_off') return 'CALLED_OFF'
  if (at < meeting.signUpFrom) return 'SIGN_UP_NOT_YET'
  return at >= meeting.signUpUntil || at >= meeting.endsAt ? 'SIGN_UP_CLOSED' : null
}

/**
 * What a new sign-up would get: a seat, a place on the waitlist, or neither. Once offers have ended, nobody waits
 * any more and whoever comes first takes what is left.
 */
export function gateOf(
  meeting: Pick<MeetingFacts, 'left' | 'queueing' | 'startsAt'>,
  waitlist: Pick<Waitlist, 'left'>,
  now: Date,
): 'seat' | 'waitlist' | 'full' {
  const offers = mayOffer(meeting, now)
  if (meeting.left > 0 && !(offers && meeting.queueing)) return 'seat'
  return offers && waitlist.left > 0 ? 'waitlist' : 'full'
}

/** Whether somebody who lives there is meant: the form offers 「7 号楼」, a residency has the roster's 7. */
export const isFor = (
  { communityId, audience }: Pick<MeetingFacts, 'communityId' | 'audience'>,
  home: { communityId: string; building: string } | null | undefined,
): boolean =>
  home?.communityId === communityId &&
  (audience.kind === 'community' || namesBuilding(audience.buildings, home.building))

/** Freed seats are offered until some time before the start; later they are for those at the door. */
export const mayOffer = ({ startsAt }: Pick<MeetingFacts, 'startsAt'>, now: Date): boolean =>
  now < addMinutes(new Date(startsAt), -max.offersEndMinutes)

/** Until when a seat offered now is kept: two hours, less when the start is near. */
export function offerUntil({ startsAt }: Pick<MeetingFacts, 'startsAt'>, now: Date): string {
  const usual = addMinutes(now, max.offerMinutes)
  const latest = addMinutes(new Date(startsAt), -max.acceptEndMinutes)
  return (usual < latest ? usual : latest).toISOString()
}

/** Whether people check in now; by hand staff may correct for a day after the end. */
export function isCheckInTime(
  { startsAt, endsAt }: Pick<MeetingFacts, 'startsAt' | 'endsAt'>,
  now: Date,
  byHand: boolean,
): boolean {
  const from = addMinutes(new Date(startsAt), -max.checkInFromMinutes)
  const until = addMinutes(new Date(endsAt), byHand ? max.correctionMinutes : 0)
  return from <= now && now < until
}

/** Whether the dates of a meeting are possible: sign-up begins before it ends, before the meeting does. */
export const areInOrder = ({ startsAt, endsAt, signUpFrom, signUpUntil }: Omit<Times, 'state'>, now: Date) =>
  signUpFrom < signUpUntil && signUpUntil <= endsAt && startsAt < endsAt && now.toISOString() < endsAt

/** Those who wait, the first first: in order of time, and of id where that is the same. */
export const inOrder = (reserved: Waitlist['reserved']): [id: string, held: Waitlist['reserved'][string]][] =>
  Object.entries(reserved).sort(([a, one], [b, other]) => {
    if (one.at !== other.at) return one.at < other.at ? -1 : 1
    return a < b ? -1 : 1
  })

/** Somebody's place among those who wait, 1 first; null when not among them. */
export function positionIn(reserved: Waitlist['reserved'], signUpId: string): number | null {
  const index = inOrder(reserved).findIndex(([id]) => id === signUpId)
  return index < 0 ? null : index + 1
}
