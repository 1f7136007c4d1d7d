import { bounds } from '../contract/proxy-bounds'
import type { Proxy } from '../kit/proxies'

export type ProxyState = Proxy['state']
export type ProxyEvent = Proxy['timeline'][number]['event']

/** Who makes it happen: the one who helps, the resident who is helped, the community's secretary, or the clock. */
export type ProxyMover = 'helper' | 'resident' | 'lead' | 'timer'

interface Move {
  /** null: nothing has begun. */
  from: readonly (ProxyState | null)[]
  to: ProxyState
  who: ProxyMover
}

/** The states of a 代办. What is not in the table does not happen: nobody but the resident confirms or objects. */
export const proxyMoves: Record<ProxyEvent, Move> = {
  start: { from: [null], to: 'open', who: 'helper' },
  end: { from: ['open'], to: 'ended', who: 'helper' },
  expire: { from: ['open'], to: 'ended', who: 'timer' },
  confirm: { from: ['ended', 'lapsed'], to: 'confirmed', who: 'resident' },
  object: { from: ['open', 'ended', 'lapsed'], to: 'objected', who: 'resident' },
  remind: { from: ['ended'], to: 'ended', who: 'timer' },
  lapse: { from: ['ended'], to: 'lapsed', who: 'timer' },
  settle: { from: ['objected'], to: 'settled', who: 'lead' },
}

/** A 代办, or one that is about to begin. */
export type MovableProxy = Omit<Proxy, 'state'> & { state: ProxyState | null }

export interface ProxyMovedBy {
  who: ProxyMover
  /** A member's id, or `timer`. */
  actor: string
  request: string
  at: string
  /** What is objected to, or answered. */
  text?: string
}

/** Whether an event can happen to it as it stands. */
export const canMove = ({ state }: MovableProxy, event: ProxyEvent, who: ProxyMover): boolean =>
  proxyMoves[event].from.includes(state) && proxyMoves[event].who === who

/** It after an event, with one more row on its timeline; null when the table has no such move. */
export function movedProxy(
  proxy: MovableProxy,
  event: ProxyEvent,
  { who, actor, request, at, text = '' }: ProxyMovedBy,
): Proxy | null {
  if (!canMove(proxy, event, who)) return null
  const state = proxyMoves[event].to
  const isOver = proxy.state === 'open' && state !== 'open'
  const next = {
    ...proxy,
    state,
    ...(isOver ? { endedAt: endOf(proxy, at) } : {}),
    ...(event === 'object' ? { objection: text } : {}),
    ...(event === 'settle' ? { settlement: text } : {}),
    objectionKey: state === 'objected' ? `${at}:${proxy._id}` : null,
    timeline: [...proxy.timeline, { event, at, actor, request }],
  }
  return { ...next, nextAt: nextAt(next, event) }
}

/** What runs out is over at its time, however late the clock's turn comes. */
const endOf = ({ endsAt }: MovableProxy, at: string): string => (endsAt < at ? endsAt : at)

const { remindAfterDays, lapseAfterDays } = bounds

function nextAt(
  { state, endsAt, endedAt }: Pick<Proxy, 'state' | 'endsAt' | 'endedAt'>,
  event: ProxyEvent,
): string | null {
  if (state === 'open') return endsAt
  if (state !== 'ended') return null
  const days = event === 'remind' ? lapseAfterDays : remindAfterDays
  return new Date(Date.parse(endedAt ?? endsAt) + days * 86_400_000).toISOString()
}

/** What the clock does to it at a moment; null while it is not time. */
export function eventOfTime(
  { state, nextAt: at, timeline }: Pick<Proxy, 'state' | 'nextAt' | 'timeline'>,
  now: string,
): 'expire' | 'remind' | 'lapse' | null {
  if (at === null || at > now) return null
  if (state === 'open') return 'expire'
  return timeline.some(({ event }) => event === 'remind') ? 'lapse' : 'remind'
}
