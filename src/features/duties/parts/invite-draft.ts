import type { Role } from '@contract/access'
import type { Input } from '@contract/index'
import { limits } from '@contract/limits'
import { dayAfter } from '@/services/days'
import { oneLine } from '@/services/text'

/** An invitation as it is being written. */
export interface InviteDraft {
  role: Role | null
  /** Of a building leader: the compound, the building as the roster has it, and its units; no unit is all of them. */
  compound: string
  building: string
  units: string[]
  name: string
  phone: string
  /** Whether the duty has a last day. */
  ends: boolean
  lastDay: string
}

export type Problems = Partial<Record<'role' | 'building' | 'name' | 'phone' | 'lastDay', string>>

/** A blank invitation. The only role that can be given is chosen. @param now milliseconds */
export const emptyInvite = (roles: readonly Role[], now: number): InviteDraft => ({
  role: roles.length === 1 ? (roles[0] ?? null) : null,
  compound: '',
  building: '',
  units: [],
  name: '',
  phone: '',
  ends: false,
  lastDay: dayAfter(now, 365),
})

/** Whether a duty is over some units of one building, which the invitation then says. */
export const isNarrow = (role: Role | null): boolean => role === 'building_leader'

/** What is still wrong, in plain words. @param now milliseconds */
export function problemsOf(draft: InviteDraft, roles: readonly Role[], now: number): Problems {
  const { role, building, name, phone, ends, lastDay } = draft
  const inTime = lastDay >= dayAfter(now, 0) && lastDay <= dayAfter(now, limits.duty.maxDays)
  return {
    ...(role && roles.includes(role) ? {} : { role: '请选一个岗位' }),
    ...(isNarrow(role) && building === '' ? { building: '请选是哪栋楼的楼长' } : {}),
    ...(name.trim() === '' ? { name: '请写姓名' } : {}),
    ...(/^1[3-9]\d{9}$/.test(phone) ? {} : { phone: '请写 11 位手机号' }),
    ...(ends && !inTime ? { lastDay: '从今天到三年以内，选一天' } : {}),
  }
}

/** What is sent: a name of one line without blanks around it. */
export const invitingOf = (
  { role, building, units, name, phone, ends, lastDay }: InviteDraft & { role: Role },
  placeId: string,
): Omit<Input<'duties.invite'>, 'requestId'> => ({
  placeId,
  role,
  within: isNarrow(role) ? { building, units: units.length > 0 ? units : null } : null,
  name: oneLine(name),
  phone,
  lastDay: ends ? lastDay : null,
})
