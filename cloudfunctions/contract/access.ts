/** Duties that an appointment gives. 居民 is not one of them: it comes from a verified residency. */
export const roles = [
  'community_worker',
  'service_steward',
  'street_staff',
  'grid_worker',
  'property_staff',
  'community_lead',
  'district_staff',
  'building_leader',
] as const

/** Duties over some units of one building: without saying which, such a duty reaches none. */
export const narrowRoles: readonly Role[] = ['building_leader']

export type Role = (typeof roles)[number]

/**
 * Those who give duties to others: a community's secretary (社区书记), the street's and the district's staff; a
 * community's workers give those of building leaders alone (docs/decisions/0170).
 */
export const appointers = [
  'community_worker',
  'community_lead',
  'street_staff',
  'district_staff',
] as const satisfies readonly Role[]

/**
 * Who may call an action.
 * - anyone: also without a log-in
 * - member: signed in, whoever it is; with `atDesk` also at a desk in force, a browser that signed in by QR. All else
 *   that is not staff's is refused there (docs/decisions/0131)
 * - resident: a verified residency; the scope is its community
 * - registered: a resident whose registration with the own community (双报到) is in force
 * - staff: an appointment in force with one of the roles. With `scope: 'input.communityId'` the guard itself
 *   refuses a community outside the appointment's subtree (NOT_FOUND); with `scope: 'document'` the handler
 *   asks `me.covers(document.communityId)`; with `scope: 'input.unit'` the guard refuses a unit that none of the
 *   duties reaches (NOT_FOUND): those of a building leader reach some units of one building (docs/decisions/0123)
 * - timer: timers and the operator only; never a client
 * - push: WeChat's message push, which may name a user. Its function is closed to clients; what it says counts only
 *   with a secret that WeChat gave to us alone
 */
export type Access =
  | { kind: 'anyone' }
  | { kind: 'member'; atDesk?: true }
  | { kind: 'resident' }
  | { kind: 'registered' }
  | { kind: 'staff'; roles: readonly Role[]; scope: StaffScope }
  | { kind: 'timer' }
  | { kind: 'push' }

export const anyone = () => ({ kind: 'anyone' }) as const
export const member = () => ({ kind: 'member' }) as const
export const memberAtDesk = () => ({ kind: 'member', atDesk: true }) as const
export const resident = () => ({ kind: 'resident' }) as const
export const registered = () => ({ kind: 'registered' }) as const
export const timer = () => ({ kind: 'timer' }) as const
export const push = () => ({ kind: 'push' }) as const

/** Where the community comes from that the appointment must cover, or the unit in it. */
export type StaffScope = 'input.communityId' | 'document' | 'input.unit'

export const staff = (roles: readonly Role[], scope: StaffScope) => ({ kind: 'staff', roles, scope }) as const
