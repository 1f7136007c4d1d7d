import type { ActionName } from '../contract'
import { ProxyId } from '../contract/fields'
import { proxied, proxyRoles, type Proxied } from '../contract/proxied'
import { actorOf, members, reachUnit, type Actor, type Member } from './actor'
import type { Database } from './database'
import { isMemberOf } from './ids'
import { proxies, type Proxy } from './proxies'
import { Refusal } from './refusal'
import { oneOf } from './where'

/** A call in a resident's stead (代办): who counts as its actor, and what the record says of it. */
export interface OnBehalf {
  /** The resident, with no duty and no registration, and `by`: who it really is. */
  actor: Actor
  proxy: Proxy
  open: Proxied
}

/**
 * Which 代办 a call names, if any.
 * @throws Refusal INVALID_INPUT, UNAUTHENTICATED, or PROXY_CLOSED for an action that is not done for somebody else
 */
export function behalfOf(
  event: unknown,
  name: string,
  openId: string | null,
): { proxyId: string; open: Proxied } | null {
  const { onBehalf } = (event ?? {}) as { onBehalf?: unknown }
  if (onBehalf === undefined) return null
  const proxyId = ProxyId.safeParse(onBehalf)
  if (!proxyId.success) throw new Refusal('INVALID_INPUT', 'onBehalf')
  if (!openId) throw new Refusal('UNAUTHENTICATED')
  const open = Object.hasOwn(proxied, name) ? proxied[name as ActionName] : undefined
  if (!open) throw new Refusal('PROXY_CLOSED')
  return { proxyId: proxyId.data, open }
}

/**
 * Loads helper and resident afresh, and whether the one may still act for the other: a duty that was taken away, or a
 * door that one of them left, ends it on the very next call. Two round trips, one more than a call in one's own name.
 * @throws Refusal PROXY_OVER, also for a 代办 that is somebody else's or nobody's
 */
export async function loadOnBehalf(
  db: Database,
  openId: string,
  { proxyId, open }: { proxyId: string; open: Proxied },
  now: Date,
): Promise<OnBehalf> {
  const proxy = await db.read(proxies, proxyId)
  if (!proxy || !isMemberOf(openId, proxy.helperId) || !goesOn(proxy, now)) throw new Refusal('PROXY_OVER')
  const { helperId } = proxy
  const found = await db.list(members, { where: { _id: oneOf([helperId, proxy.residentId]) }, limit: 2 })
  const [helper, resident] = [helperId, proxy.residentId].map((id) => found.find(({ _id }) => _id === id))
  if (!helper || !resident || !mayStill(proxy, helper, resident, now)) {
    const at = now.toISOString()
    await db.changeIf(proxies, proxyId, { state: 'open' }, { endsAt: at, nextAt: at })
    throw new Refusal('PROXY_OVER')
  }
  return { actor: standIn(proxy, resident, now), proxy, open }
}

/** Whether it goes on at a moment. */
export const goesOn = ({ state, endsAt }: Pick<Proxy, 'state' | 'endsAt'>, now: Date): boolean =>
  state === 'open' && now.toISOString() < endsAt

/** Whether what let the helper begin holds: the resident's door, and the duty over it or the household. */
export function mayStill(
  { as, communityId, householdId }: Pick<Proxy, 'as' | 'communityId' | 'householdId'>,
  helper: Member,
  { residency }: Member,
  now: Date,
): boolean {
  if (residency?.communityId !== communityId || residency.householdId !== householdId) return false
  if (as === 'family') return helper.residency?.householdId === householdId
  const duties = actorOf(helper._id, helper, now).duties.filter(({ role }) => role === as)
  return proxyRoles.includes(as) && reachUnit(duties, communityId, residency)
}

/**
 * The resident as a helper may stand in: of the duties, the registration (双报到, which nobody else is to know of) and
 * the messages there is nothing.
 */
function standIn({ helperId, as, helperName }: Proxy, resident: Member, now: Date): Actor {
  const member = { ...resident, appointments: [], registration: null, unread: 0 }
  const by = { memberId: helperId, as, name: helperName }
  return { ...actorOf(resident._id, member, now), by }
}
