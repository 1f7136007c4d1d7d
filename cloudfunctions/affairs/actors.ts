import type { Role } from '../contract/access'
import type { Actor } from '../kit/actor'
import { reach } from '../kit/actor'
import { levelOf } from './rules'
import type { Who } from './states'
import type { Case, Speaker } from './store'

type Handled = Pick<Case, 'communityId' | 'ownerPlaceId' | 'handler' | 'reporterId'>

const staffRole = { community: 'community_worker', street: 'street_staff' } as const

/** Roles that a case may be dispatched to; the street also dispatches to its own people. */
export const handlerRoles = {
  community: ['community_worker', 'grid_worker', 'property_staff'],
  street: ['community_worker', 'grid_worker', 'property_staff', 'street_staff'],
} as const satisfies Record<string, readonly Role[]>

/** A role that a case can be dispatched to. */
export type HandlerRole = (typeof handlerRoles)['street'][number]

/** Whether somebody with these duties has one of the roles over the community. */
const holds = ({ duties }: Pick<Actor, 'duties'>, roles: readonly Role[], communityId: string): boolean =>
  reach(
    duties.filter(({ role }) => roles.includes(role)),
    communityId,
  )

/** The first role by which somebody may handle cases of a community at a level; null if by none. */
export const handlerRoleOf = (
  actor: Pick<Actor, 'duties'>,
  communityId: string,
  level: keyof typeof handlerRoles,
): HandlerRole | null => handlerRoles[level].find((role) => holds(actor, [role], communityId)) ?? null

/** The level whose staff somebody is in a community; the community's own comes first. null: not staff. */
export function staffLevelOf(actor: Actor, communityId: string): 'community' | 'street' | null {
  if (holds(actor, [staffRole.community], communityId)) return 'community'
  return holds(actor, [staffRole.street], communityId) ? 'street' : null
}

/**
 * Whether the case is there at all for somebody who works on cases: the community's staff see all of its cases,
 * the street's those that came up to it, a handler what was dispatched to him or her.
 */
export const isSeenBy = (kase: Handled, actor: Actor): boolean =>
  holds(actor, [staffRole.community], kase.communityId) || workersOf(kase, actor).length > 0

/**
 * Whether somebody reported a case. Of one without a name a helper (代办) learns nothing, not even from the reporter:
 * staff would read whose it is (docs/decisions/0136).
 */
export const isReporterOf = (
  { reporterId, identity }: Pick<Case, 'reporterId' | 'identity'>,
  { memberId, by }: Pick<Actor, 'memberId' | 'by'>,
): boolean => reporterId === memberId && !(by && identity === 'anonymous')

const handling = new Set<Case['timeline'][number]['event']>(['accept', 'dispatch', 'answer', 'refuse'])

/** Whether whoever acts for the reporter (代办) has handled the case: nobody says how well the own work was done. */
export const isOwnWork = ({ timeline }: Pick<Case, 'timeline'>, { by }: Pick<Actor, 'by'>): boolean =>
  timeline.some(({ actor, event }) => actor === by?.memberId && handling.has(event))

/** As whom somebody with a duty may act on a case now. */
export function workersOf(kase: Handled, actor: Actor): Who[] {
  const isStaff = holds(actor, [staffRole[levelOf(kase)]], kase.communityId)
  const isHandler = kase.handler?.id === actor.memberId && actor.covers(kase.communityId)
  return [...(isStaff ? (['staff'] as const) : []), ...(isHandler ? (['handler'] as const) : [])]
}

/** In whose name the timeline says that somebody did something. */
export function speakerOf(kase: Handled, actor: Actor, who: readonly Who[]): Speaker {
  if (who.includes('reporter')) return 'reporter'
  if (who.includes('staff')) return staffRole[levelOf(kase)]
  return handlerRoleOf(actor, kase.communityId, 'street') ?? 'grid_worker'
}
