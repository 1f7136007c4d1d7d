import type { Output } from '../contract'
import type { Place } from '../community/store'
import { communityView } from '../community/views'
import { maskedName } from '../community/rules'
import { bounds } from '../contract/proxy-bounds'
import type { Member } from '../kit/actor'
import type { Act, Proxy } from '../kit/proxies'
import { actText } from './rules'
import { canMove } from './states'

type SessionView = Output<'proxy.start'>
type RecordView = Output<'proxy.confirm'>
type ObjectionView = Output<'proxy.settle'>

/** What the helper's bar shows. */
export function sessionView(
  { _id, residentName, building, unit, communityId, endsAt }: Proxy,
  places: readonly Place[],
  now: Date,
): SessionView {
  const community = communityView(communityId, places)
  return {
    id: _id,
    name: residentName,
    communityId,
    communityName: community?.name ?? '',
    communityPhone: community?.phone ?? '',
    ...{ building, unit, endsAt },
    now: now.toISOString(),
  }
}

const kept = (proxy: Proxy) => ({
  id: proxy._id,
  state: proxy.state,
  as: proxy.as,
  helperName: proxy.helperName,
  why: proxy.why,
  note: proxy.note,
  agreed: proxy.agreed,
  startedAt: proxy.startedAt,
  endedAt: proxy.endedAt,
  objection: proxy.objection,
  settlement: proxy.settlement,
})

const actView = ({ action, at, outcome, kind }: Act) => ({ what: actText(action), at, outcome, kind })

/** As the resident sees it: what was done leads to its page. */
export const recordView = (proxy: Proxy): RecordView => ({
  ...kept(proxy),
  acts: proxy.acts.map((act) => ({
    ...actView(act),
    objectId: act.kind === 'sign_up' ? null : act.objectId,
  })),
  may: (['confirm', 'object'] as const).filter((event) => canMove(proxy, event, 'resident')),
})

/** As those see it who look into an objection. */
export const objectionView = (proxy: Proxy, viewerId: string): ObjectionView => ({
  ...kept(proxy),
  name: proxy.residentName,
  building: proxy.building,
  unit: proxy.unit,
  acts: proxy.acts.map(actView),
  maySettle: canMove(proxy, 'settle', 'lead') && !isOwn(proxy, viewerId),
})

/** Whether somebody was part of it. */
export const isOwn = ({ helperId, residentId }: Proxy, memberId: string): boolean =>
  memberId === helperId || memberId === residentId

/** Those of a door who may be helped by somebody: all but that one. */
export const personsView = (found: readonly Member[], viewerId: string): Output<'proxy.find'>['persons'] =>
  found
    .filter(({ _id }) => _id !== viewerId)
    .slice(0, bounds.personsShown)
    .map(({ _id, name }) => ({ memberId: _id, name: maskedName(name) }))
