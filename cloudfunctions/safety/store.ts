import { z } from 'zod'
import { CheckId, Instant, MemberId, PhotoId, PlaceId } from '../contract/fields'
import { limits } from '../contract/limits'
import { CheckState, HeldKind } from '../contract/safety'
import { collection } from '../kit/collection'

const Row = z.object({
  event: z.enum(['pass', 'refuse', 'doubt']),
  at: Instant,
  /** A member's id, or `wechat`. */
  actor: z.string(),
  reason: z.string(),
  /** The request that did it, and what it asked for, so that its repeat gets the same answer. */
  effectId: z.string(),
  inputHash: z.string(),
})

/** One thing that others do not see yet, and what became of it. Its timeline is its audit trail. */
const Check = z.object({
  /** Follows from what is held, so that it is held once. */
  _id: CheckId,
  schemaVersion: z.literal(1),
  /** Where it is decided on: a community, or the street of whose own notice it is. */
  communityId: PlaceId,
  kind: HeldKind,
  /** The meeting, the notice or the case in which it stands. */
  documentId: z.string(),
  /** Which part of it: a topic's or a photo's id; empty where it is the only one. */
  part: z.string(),
  texts: z.array(z.object({ field: z.string(), text: z.string() })).max(limits.safety.texts),
  photoId: PhotoId.nullable(),
  writerId: MemberId,
  /** The writer's openid, sealed by the kit; only while WeChat is still to be asked. */
  sealed: z.string().nullable(),
  state: CheckState,
  /** By what WeChat's answer about a photo will name it. */
  traceId: z.string().nullable(),
  /** Times that WeChat was asked in vain, or about a photo. */
  tries: z.int().min(0).max(limits.safety.tries),
  /** When a timer looks next; null unless it is being checked. */
  nextAt: Instant.nullable(),
  heldAt: Instant,
  /** Instant of holding and id: the order of the queue. */
  order: z.string(),
  timeline: z.array(Row).max(3),
  version: z.int().min(1),
})

export type Check = z.infer<typeof Check>
export type Row = z.infer<typeof Row>

export const checks = collection<Check>('content_checks', Check)
