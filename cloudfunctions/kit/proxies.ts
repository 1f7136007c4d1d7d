import { z } from 'zod'
import { CommunityId, Instant, MemberId, ProxyId } from '../contract/fields'
import { limits } from '../contract/limits'
import { bounds } from '../contract/proxy-bounds'
import {
  ActKind,
  ActOutcome,
  Helper,
  ProxyAgreed,
  ProxyEvent,
  ProxyState,
  ProxyWhy,
} from '../contract/proxy-kinds'
import { erasedName, maskedErasedName } from './actor'
import { collection } from './collection'

const { proxy: max } = limits

/** Something that a helper did, or tried: written before it happens, so that it cannot be missed. */
const Act = z.object({
  /** The request's effect: a repeat has no second row. */
  effectId: z.string(),
  /** `points.redeem`, … */
  action: z.string(),
  kind: ActKind,
  objectId: z.string(),
  at: Instant,
  outcome: ActOutcome,
})

/**
 * One time that somebody acted for a resident (代办): on whose word, until when, and all that was done. The guard reads
 * it on each call on behalf of somebody. Its timeline is its audit trail.
 */
const Proxy = z.object({
  _id: ProxyId,
  schemaVersion: z.literal(1),
  inputHash: z.string(),
  communityId: CommunityId,
  residentId: MemberId,
  /** Masked at the beginning. */
  residentName: z.string(),
  building: z.string(),
  unit: z.string(),
  /** Where the resident lived at the beginning: whoever moves is helped anew. */
  householdId: z.string(),
  helperId: MemberId,
  /** Masked. */
  helperName: z.string(),
  as: Helper,
  why: ProxyWhy,
  note: z.string().max(max.noteLength),
  agreed: ProxyAgreed,
  state: ProxyState,
  /** `{instant of the beginning}:{id}`: the order of a resident's records. */
  order: z.string(),
  startedAt: Instant,
  /** When it ends by itself, or ended because the helper might no longer. */
  endsAt: Instant,
  endedAt: Instant.nullable(),
  acts: z.array(Act).max(bounds.acts),
  /** Goes up with each act. */
  version: z.int().min(1),
  objection: z.string().max(max.objectionLength),
  settlement: z.string().max(max.objectionLength),
  /** `{instant}:{id}` while the community is to answer: the order of its queue; else null. */
  objectionKey: z.string().nullable(),
  /** When the clock moves it on; null once nothing is left to wait for. */
  nextAt: Instant.nullable(),
  timeline: z
    .array(z.object({ event: ProxyEvent, at: Instant, actor: z.string(), request: z.string() }))
    .max(bounds.timelineRows),
})

export type Proxy = z.infer<typeof Proxy>
export type Act = z.infer<typeof Act>

/**
 * What is left of a 代办 once the resident has deleted the account. Nobody is left to be answered, so that an objection
 * lapses.
 */
export const wipedProxy = (proxy: Proxy): Proxy => ({
  ...proxy,
  residentName: maskedErasedName,
  building: '',
  unit: '',
  householdId: '',
  note: '',
  objection: '',
  settlement: '',
  objectionKey: null,
  state: proxy.state === 'objected' ? 'lapsed' : proxy.state,
})

/** Those that were wiped at first kept a name that is no masked one, and the door. */
export const upgradeProxy = (older: Proxy): Proxy =>
  older.residentName === erasedName ? wipedProxy(older) : older

export const proxies = collection<Proxy>('proxies', Proxy, (older) => upgradeProxy(older as Proxy))

/** Who did something in a resident's stead, as the document keeps it that was changed. */
export const ActedBy = z.object({ memberId: MemberId, as: Helper, name: z.string() })

export type ActedBy = z.infer<typeof ActedBy>
