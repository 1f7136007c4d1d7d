import type { z } from 'zod'
import { maskedName, placeName } from '../community/rules'
import type * as contract from '../contract/party'
import type { Member, Residency } from '../kit/actor'
import { ruleFor, ruleWords } from './hours'
import { isNear, isOnPartyDay, matchOf, mayDo } from './rules'
import type { ActivityFacts, BranchRosterEntry, Participation, Registration } from './store'

type MyRegistrationView = z.output<typeof contract.MyRegistration>
type ApplicationView = z.output<typeof contract.Application>
type BriefView = z.output<typeof contract.ActivityBrief>
type ActivityView = z.output<typeof contract.Activity>
type StaffActivityView = z.output<typeof contract.StaffActivity>
type ParticipationView = z.output<typeof contract.Participation>
type ParticipantView = z.output<typeof contract.Participant>

/** A registration as its own person sees it. */
export const myRegistrationView = (
  registration: Registration,
  communityName: string,
): MyRegistrationView => ({
  id: registration._id,
  communityId: registration.communityId,
  communityName,
  state: registration.state,
  branch: registration.branch,
  phone: registration.phone?.masked ?? null,
  reason: registration.reason,
  timeline: registration.timeline.map(({ event, at, reason }) => ({ event, at, reason })),
})

/** An application as the staff see it who compare it with the roster. */
export const applicationView = (
  registration: Registration,
  member: Member | null | undefined,
  entry: BranchRosterEntry | null | undefined,
): ApplicationView => ({
  id: registration._id,
  state: registration.state,
  name: member?.name ?? '',
  phone: registration.phone?.masked ?? null,
  place: member?.residency ? placeName(member.residency) : '',
  branch: registration.branch,
  appliedAt: registration.appliedAt,
  match: matchOf(entry, member?.name ?? ''),
  rosterBranch: entry?.branch ?? null,
})

/** An activity in the list of somebody who lives in its community. */
export const briefView = (
  activity: ActivityFacts,
  mine: Pick<Participation, 'state'> | null,
  home: Residency,
): BriefView => ({
  ...facts(activity),
  near: isNear(activity, home.building),
  mine: mine?.state ?? null,
})

/** One activity with one's own part in it. */
export const activityView = (
  activity: ActivityFacts,
  mine: Participation | null,
  home: Residency,
  now: Date,
): ActivityView => ({
  ...briefView(activity, mine, home),
  note: activity.note,
  ruleWords: ruleFor(activity.startsAt).words,
  calledOffBecause: activity.calledOffBecause,
  participation: mine && participationView(mine),
  may: mayDo(activity, mine, now),
})

/** An activity as its community's staff see it. */
export const staffView = (activity: ActivityFacts, joined: number): StaffActivityView => ({
  ...facts(activity),
  note: activity.note,
  calledOffBecause: activity.calledOffBecause,
  version: activity.version,
  joined,
})

/** What one did, as oneself sees it. */
export const participationView = (participation: Participation): ParticipationView => ({
  id: participation._id,
  activityId: participation.activityId,
  state: participation.state,
  checkedInAt: participation.checkedInAt,
  checkedOutAt: participation.checkedOutAt,
  minutes: participation.minutes,
  points: participation.points,
  rule: participation.rule && { ...participation.rule, words: ruleWords(participation.rule) },
  settledBy: participation.settledBy,
  reason: participation.reason,
})

/** Somebody on the list at the door. */
export const participantView = (participation: Participation): ParticipantView => ({
  id: participation._id,
  name: participation.name,
  place: participation.place,
  state: participation.state,
  checkedInAt: participation.checkedInAt,
  checkedOutAt: participation.checkedOutAt,
  minutes: participation.minutes,
  points: participation.points,
  settledBy: participation.settledBy,
  reason: participation.reason,
})

/** What a participation keeps of its person. */
export const shownOf = (name: string, home: Residency) => ({ name: maskedName(name), place: placeName(home) })

const facts = (activity: ActivityFacts) => ({
  id: activity._id,
  communityId: activity.communityId,
  title: activity.title,
  venue: activity.venue,
  startsAt: activity.startsAt,
  endsAt: activity.endsAt,
  state: activity.state,
  onPartyDay: isOnPartyDay(activity),
  compound: activity.compound,
  capacity: activity.capacity,
  placesLeft: activity.capacity === null ? null : activity.left,
})
