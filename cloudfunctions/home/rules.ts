import type { Output } from '../contract'
import { isFor } from '../meetings/rules'
import type { Board } from './store'

type AheadOf = Board['meetings'][number]
type MyCase = NonNullable<Output<'home.show'>['myCases']>['cases'][number]
type Home = { communityId: string; building: string } | null

/**
 * The meeting that concerns somebody next: the first that is not over nor called off, and is for where they live or
 * is one that they take part in. Without a home: the first for anybody.
 */
export const nextMeetingFor = (
  ahead: readonly AheadOf[],
  takesPartIn: (meetingId: string) => boolean,
  home: Home,
  now: Date,
): AheadOf | null =>
  ahead.find(
    (meeting) =>
      meeting.endsAt > now.toISOString() &&
      meeting.state === 'open' &&
      (home === null || isFor(meeting, home) || takesPartIn(meeting._id)),
  ) ?? null

/** What asks something of the reporter first, then what is due soonest, then what was answered. */
export const mostUrgentFirst = (cases: readonly MyCase[]): MyCase[] =>
  [...cases].sort((a, b) => urgencyOf(a) - urgencyOf(b) || (dayOf(a) < dayOf(b) ? -1 : 1))

const urgencyOf = ({ awaitsRating, dueOn }: MyCase): number => {
  if (awaitsRating) return 0
  return dueOn === null ? 2 : 1
}

const dayOf = ({ dueOn, submittedAt }: MyCase): string => dueOn ?? submittedAt
