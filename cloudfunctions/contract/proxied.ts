import type { Role } from './access'
import type { z } from 'zod'
import type { ActionName } from './index'
import type { ActKind as Kind } from './proxy-kinds'

/** Duties by which somebody may act for a resident (代办) where the duty reaches. */
export const proxyRoles = ['community_worker', 'grid_worker', 'building_leader'] as const satisfies Role[]

/** In which of somebody's names a helper acts: by a duty, or as one of the same verified household. */
export const helpers = [...proxyRoles, 'family'] as const

/** What an act is about: whose page the record leads to. */
export type ActKind = z.output<typeof Kind>

/**
 * How an action is open to a helper. `look`: without a row in the record. Otherwise the record says that it was done,
 * and what it was about: the document that the input names, or the one that the act itself makes.
 */
export type Proxied =
  | 'look'
  | { kind: ActKind; field: 'caseId' | 'meetingId' | 'signUpId' | 'redemptionId' | 'new' }

const act = (kind: ActKind, field: Exclude<Proxied, 'look'>['field']) => ({ kind, field }) as const

/**
 * All that may be done for somebody else. What is not in the table is refused (PROXY_CLOSED): privacy, addresses,
 * registrations (双报到), duties, messages, pick-up codes, whatever is signed or said in one's own name, and another
 * 代办 (docs/decisions/0134).
 */
export const proxied: Partial<Record<ActionName, Proxied>> = {
  'home.show': 'look',
  'community.communities': 'look',
  'affairs.form': 'look',
  'affairs.answered': 'look',
  'affairs.mine': 'look',
  'affairs.mineShown': 'look',
  // Part of the case that it is for: nobody sees a photo that no case has, and it is removed.
  'affairs.uploadPhoto': 'look',
  'affairs.submit': act('case', 'new'),
  'affairs.rate': act('case', 'caseId'),
  'affairs.reopen': act('case', 'caseId'),
  'affairs.withdraw': act('case', 'caseId'),
  'meetings.upcoming': 'look',
  'meetings.meeting': 'look',
  'meetings.calendar': 'look',
  'meetings.signUp': act('meeting', 'meetingId'),
  'meetings.cancelSignUp': act('sign_up', 'signUpId'),
  'meetings.acceptOffer': act('sign_up', 'signUpId'),
  'notices.list': 'look',
  'notices.show': 'look',
  'points.overview': 'look',
  'points.statement': 'look',
  'points.items': 'look',
  'points.item': 'look',
  'points.redemptions': 'look',
  'points.redeem': act('redemption', 'new'),
  'points.cancelRedemption': act('redemption', 'redemptionId'),
}
