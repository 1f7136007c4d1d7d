import { levelOf } from '../community/rules'
import { narrowRoles, type Role } from '../contract/access'
import { reach, type Actor } from '../kit/actor'

/** The three levels of places, and of duties. */
export type Level = 'district' | 'street' | 'community'

/** Who can give duties: somebody by a duty of their own, or the operator by a command. */
type Giver = Role | 'operator'

interface Rule {
  /** Where such a duty lies. */
  level: Level
  /** Who gives it, confirms it, and takes it away. */
  givenBy: readonly Giver[]
  /** Who must approve it as a second person, of the giver's level or above; none: it needs no second. */
  approvedBy: readonly Giver[]
}

/** 社区的岗位，由本社区书记或本街道给。 */
const ofTheCommunity: Rule = {
  level: 'community',
  givenBy: ['community_lead', 'street_staff'],
  approvedBy: [],
}

/** Who may give what. What is not here, nobody may. */
export const rules: Record<Role, Rule> = {
  community_worker: ofTheCommunity,
  service_steward: ofTheCommunity,
  grid_worker: ofTheCommunity,
  property_staff: ofTheCommunity,
  /** 楼长，社区工作者也可以给。 */
  building_leader: { ...ofTheCommunity, givenBy: ['community_lead', 'community_worker', 'street_staff'] },
  /** 社区书记，由本街道给。 */
  community_lead: { level: 'community', givenBy: ['street_staff'], approvedBy: [] },
  /** 街道的岗位，由区级给，另一位区级（或系统管理员）批准。 */
  street_staff: { level: 'street', givenBy: ['district_staff'], approvedBy: ['district_staff', 'operator'] },
  /** 区级的岗位，由系统管理员给，另一位管理员或区级批准。 */
  district_staff: { level: 'district', givenBy: ['operator'], approvedBy: ['district_staff', 'operator'] },
}

/** Somebody who would give, approve, confirm or take away: a member by their duties, or an operator by name. */
export interface Hand {
  /** The member's id, or `operator:` and a name. */
  id: string
  duties: Actor['duties']
}

/** A duty that is given, or about to be. */
export interface Post {
  role: Role
  placeId: string
}

/** A duty that somebody has. */
export interface Held extends Post {
  memberId: string
  givenBy: string
}

export const handOf = ({ memberId, duties }: Pick<Actor, 'memberId' | 'duties'>): Hand => ({
  id: memberId,
  duties,
})

const operatorMark = 'operator:'
export const operatorHand = (name: string): Hand => ({ id: `${operatorMark}${name}`, duties: [] })
export const isOperator = (id: string): boolean => id.startsWith(operatorMark)

export { levelOf }

/** A duty lies at a place of its own level. */
export const liesAt = ({ role, placeId }: Post): boolean => rules[role].level === levelOf(placeId)

/** Whoever gives a duty does so within their own place. */
export const mayGive = (hand: Hand, post: Post): boolean =>
  liesAt(post) && isOneOf(hand, rules[post.role].givenBy, post.placeId)

/** A duty over some units says which; any other is over the whole of its place. */
export const saysItsUnits = ({ role, within }: { role: Role; within?: object | null | undefined }): boolean =>
  narrowRoles.includes(role) === Boolean(within)

export const needsApproval = (role: Role): boolean => rules[role].approvedBy.length > 0

type Denial = 'NOT_FOUND' | 'NOT_ONESELF' | null

/** A second person approves: neither the one who is appointed nor the one who appoints. */
export function whyNotApprove(hand: Hand, held: Held): Denial {
  if (!isOneOf(hand, rules[held.role].approvedBy, held.placeId)) return outsideOf(hand, held)
  return hand.id === held.memberId || hand.id === held.givenBy ? 'NOT_ONESELF' : null
}

/** Whoever may give or approve a duty confirms it, and nobody their own. */
export function whyNotConfirm(hand: Hand, held: Held): Denial {
  const { givenBy, approvedBy } = rules[held.role]
  if (!isOneOf(hand, [...givenBy, ...approvedBy], held.placeId)) return outsideOf(hand, held)
  return hand.id === held.memberId ? 'NOT_ONESELF' : null
}

/** Whoever may give a duty takes it away, and nobody their own; before it is approved, its approvers may as well. */
export function whyNotRevoke(hand: Hand, held: Held & { isWaiting: boolean }): Denial {
  const { givenBy, approvedBy } = rules[held.role]
  if (!isOneOf(hand, held.isWaiting ? [...givenBy, ...approvedBy] : givenBy, held.placeId))
    return outsideOf(hand, held)
  return hand.id === held.memberId ? 'NOT_ONESELF' : null
}

/** Nobody appoints themselves. */
export const isOneself = (memberId: string, givenBy: string): boolean => memberId === givenBy

/** Whether duties wait for somebody's decision on 工作. Those of building leaders wait for the secretary there. */
export const isAppointer = ({ duties }: Hand): boolean =>
  duties.some(({ role }) => (counting as readonly Role[]).includes(role))

const counting = ['community_lead', 'street_staff', 'district_staff'] as const satisfies readonly Role[]

/** Whether somebody looks after duties of a place: there is one there that they give or confirm. */
export const looksAfter = (hand: Hand, placeId: string): boolean =>
  Object.values(rules).some(
    ({ level, givenBy, approvedBy }) =>
      level === levelOf(placeId) && isOneOf(hand, [...givenBy, ...approvedBy], placeId),
  )

/** A duty of one's own is there for oneself, though one may do nothing to it; any other that one has no hand in is not. */
const outsideOf = (hand: Hand, { memberId }: Held): Denial =>
  hand.id === memberId ? 'NOT_ONESELF' : 'NOT_FOUND'

const isOneOf = ({ id, duties }: Hand, givers: readonly Giver[], placeId: string): boolean =>
  isOperator(id)
    ? givers.includes('operator')
    : reach(
        duties.filter(({ role }) => givers.includes(role)),
        placeId,
      )
