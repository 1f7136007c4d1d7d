import { namesBuilding } from '../community/rules'
import { limits } from '../contract/limits'
import { addMinutes, chinaDay } from '../kit/time'
import type { ActivityFacts, BranchRosterEntry, Participation } from './store'

const { party: max } = limits

type Times = Pick<ActivityFacts, 'startsAt' | 'endsAt'>

/** Whether the dates of an activity are possible. */
export const areInOrder = ({ startsAt, endsAt }: Times, now: Date): boolean =>
  startsAt < endsAt && now.toISOString() < endsAt

/** The party day of a month, `YYYY-MM-DD`. @param month `YYYY-MM` */
export const partyDayOf = (month: string): string =>
  `${month}-${String(max.partyDayOfMonth).padStart(2, '0')}`

/** Whether an activity begins on the month's party day in China. */
export const isOnPartyDay = ({ startsAt }: Pick<Times, 'startsAt'>): boolean => {
  const day = chinaDay(new Date(startsAt))
  return day === partyDayOf(day.slice(0, 7))
}

/** Whether people check in now: from an hour before the start until the end. */
export const isCheckInTime = ({ startsAt, endsAt }: Times, now: Date): boolean =>
  addMinutes(new Date(startsAt), -max.checkInFromMinutes) <= now && now < new Date(endsAt)

/** Whether people check out now: from the start until some time after the end. */
export const isCheckOutTime = ({ startsAt, endsAt }: Times, now: Date): boolean =>
  new Date(startsAt) <= now && now < addMinutes(new Date(endsAt), max.checkOutGraceMinutes)

/** Whether staff may settle or correct hours now: from the start for some weeks. */
export const isCorrectionTime = ({ startsAt, endsAt }: Times, now: Date): boolean =>
  new Date(startsAt) <= now && now < addMinutes(new Date(endsAt), max.correctionDays * 1440)

/** Whether an activity is for the building that somebody lives in; it is open to the others as well. */
export const isNear = ({ buildings }: Pick<ActivityFacts, 'buildings'>, building: string): boolean =>
  namesBuilding(buildings, building)

/** Whether there is a place for one more. */
export const hasPlace = ({ capacity, left }: Pick<ActivityFacts, 'capacity' | 'left'>): boolean =>
  capacity === null || left > 0

type Doable = 'join' | 'leave' | 'checkIn' | 'checkOut'

/** What somebody may do with an activity now. */
export function mayDo(
  activity: ActivityFacts,
  mine: Pick<Participation, 'state'> | null,
  now: Date,
): Doable[] {
  const isOut = !mine || mine.state === 'left'
  const isOpen = activity.state === 'open' && now < new Date(activity.endsAt)
  const canEnter = isOpen && (isOut ? hasPlace(activity) : mine.state === 'joined')
  const acts: [Doable, boolean][] = [
    ['join', isOut && canEnter],
    ['leave', mine?.state === 'joined'],
    ['checkIn', canEnter && isCheckInTime(activity, now)],
    ['checkOut', mine?.state === 'in' && isCheckOutTime(activity, now)],
  ]
  return acts.filter(([, may]) => may).map(([act]) => act)
}

/** Why somebody at the door cannot be checked in, whoever they are; null when they can. */
export function whyNotEnter(
  activity: Pick<ActivityFacts, 'state'> & Times,
  now: Date,
): 'CALLED_OFF' | 'NOT_CHECK_IN_TIME' | null {
  if (activity.state === 'called_off') return 'CALLED_OFF'
  return isCheckInTime(activity, now) ? null : 'NOT_CHECK_IN_TIME'
}

/** Whether somebody may not decide on a person's hours: on one's own, and on those of one's own household. */
export const isOwn = (
  me: { memberId: string; householdId: string | undefined },
  person: { memberId: string; householdId: string | undefined },
): boolean =>
  me.memberId === person.memberId || (me.householdId !== undefined && me.householdId === person.householdId)

/** What the branch roster says of somebody. */
export function matchOf(
  entry: Pick<BranchRosterEntry, 'name'> | null | undefined,
  name: string,
): 'match' | 'name_differs' | 'none' {
  if (!entry) return 'none'
  const plain = (text: string) => text.replace(/[\s·]/gu, '')
  return plain(entry.name) === plain(name) ? 'match' : 'name_differs'
}
