import type { Role } from '../contract/access'
import { limits } from '../contract/limits'
import type { Member } from '../kit/actor'
import { chinaDay, endOfChinaDay } from '../kit/time'
import type { Duty, Invitation } from './store'

const { duty: max } = limits

type Post = Pick<Duty, 'role' | 'placeId'>

/** The last moment of a duty by its last day; null without one. */
export const untilOf = (lastDay: string | null): string | null =>
  lastDay && endOfChinaDay(new Date(`${lastDay}T12:00:00+08:00`), 0).toISOString()

/** From today to some years ahead. */
export const isLastDay = (lastDay: string | null, now: Date): boolean =>
  lastDay === null || (lastDay >= chinaDay(now) && lastDay <= chinaDay(endOfChinaDay(now, max.maxDays)))

/** The member with a duty in force from now on. */
export function withDuty(member: Member, { role, placeId, since, until, within }: Duty): Member {
  const rest = others(member, { role, placeId })
  const held = member.appointments.find((one) => one.role === role && one.placeId === placeId)
  // A duty from before invitations said which units has them here alone.
  const units = within ?? held?.within
  const narrowed = units ? { within: units } : {}
  return { ...member, appointments: [...rest, { role, placeId, from: since, until, ...narrowed }] }
}

/** The member without it. */
export const withoutDuty = (member: Member, post: Post): Member => ({
  ...member,
  appointments: others(member, post),
})

/** Whether one more duty fits beside those that are not over. */
export const isFull = ({ appointments }: Member, post: Post): boolean =>
  appointments.filter(({ role, placeId }) => role !== post.role || placeId !== post.placeId).length >=
  max.perPerson

const others = ({ appointments }: Member, post: Post): Member['appointments'] =>
  appointments.filter(({ role, placeId }) => role !== post.role || placeId !== post.placeId)

/** Why an invitation cannot be accepted any more. */
export type Closed = 'INVITATION_EXPIRED' | 'INVITATION_USED' | 'INVITATION_REVOKED' | 'INVITATION_LOCKED'

const closed: Record<Exclude<Invitation['state'], 'open'>, Closed> = {
  accepted: 'INVITATION_USED',
  declined: 'INVITATION_USED',
  revoked: 'INVITATION_REVOKED',
  expired: 'INVITATION_EXPIRED',
  locked: 'INVITATION_LOCKED',
}

/** Why an invitation is worth nothing at a moment; null while it can be accepted. By the clock, not by the timer. */
export function whyClosed(
  { state, expiresAt }: Pick<Invitation, 'state' | 'expiresAt'>,
  now: string,
): Closed | null {
  if (state !== 'open') return closed[state]
  return expiresAt <= now ? 'INVITATION_EXPIRED' : null
}

/** A duty in words: 平安里社区网格员, and not 社区 twice in 平安里社区工作人员. */
export function postName(place: string, role: Role): string {
  const name = roleNames[role]
  const kind = name.slice(0, 2)
  return place.endsWith(kind) ? place + name.slice(2) : place + name
}

/** How a role is called in messages. The same words stand on the pages. */
const roleNames: Record<Role, string> = {
  building_leader: '楼长',
  community_worker: '社区工作人员',
  service_steward: '驿站管理员',
  street_staff: '街道工作人员',
  grid_worker: '网格员',
  property_staff: '物业人员',
  community_lead: '社区书记',
  district_staff: '区级工作人员',
}
