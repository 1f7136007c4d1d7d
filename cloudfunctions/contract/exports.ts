import { z } from 'zod'
import { staff } from './access'
import { action } from './action'
import { ActivityId, CommunityId, Day, ExportId, Instant, line, MeetingId, Month, RequestId } from './fields'
import { limits } from './limits'

const { exports: max } = limits

/** 居民花名册, 诉求, 报名和签到, 活动时长, 兑换和领取, 商品库存. */
export const ExportKind = z.enum(['households', 'cases', 'signUps', 'participations', 'redemptions', 'items'])

/** Where an export stands; see exports/states.ts. */
export const ExportState = z.enum(['asked', 'building', 'ready', 'fetched', 'expired', 'failed'])

export const ExportEvent = z.enum(['ask', 'build', 'finish', 'fetch', 'expire', 'fail'])

/**
 * Why names and numbers are to stand in it in full; null: masked. Only kinds that have such a field can be unmasked:
 * of the others the office itself has no more (docs/decisions/0191).
 */
const unmaskedBecause = line(max.reasonLength).nullable()

/** What is exported. Days and months are China's. */
export const Exported = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('households'), unmaskedBecause }),
  z.strictObject({
    kind: z.literal('cases'),
    /** First and last day of submission. */
    from: Day,
    to: Day,
    state: z.enum(['all', 'open', 'done']),
    unmaskedBecause,
  }),
  z.strictObject({ kind: z.literal('signUps'), meetingId: MeetingId }),
  z.strictObject({ kind: z.literal('participations'), activityId: ActivityId }),
  z.strictObject({ kind: z.literal('redemptions'), month: Month }),
  z.strictObject({ kind: z.literal('items') }),
])

/** An export as whoever asked for it sees it. */
export const Export = z.object({
  id: ExportId,
  kind: ExportKind,
  /** Which meeting, activity, month or days; empty where there is nothing to tell. */
  subject: z.string(),
  state: ExportState,
  isUnmasked: z.boolean(),
  askedAt: Instant,
  /** Documents read, of those there are. */
  done: z.int(),
  of: z.int(),
  rows: z.int(),
  /** Whether rows beyond `limits.exports.rows` were left out. */
  isCut: z.boolean(),
  /** Until when it can be fetched; null once it cannot. */
  keptUntil: Instant.nullable(),
  /** Times that it can still be fetched. */
  fetchesLeft: z.int(),
})

const worker = staff(['community_worker'], 'input.communityId')
const one = z.strictObject({ communityId: CommunityId, exportId: ExportId })

export const exportActions = {
  /** Asks for a workbook; `build` then makes it. */
  ask: action({
    access: worker,
    input: z.strictObject({ requestId: RequestId, communityId: CommunityId, what: Exported }),
    output: Export,
    errors: ['EXPORT_LIMIT'],
    cost: 5,
  }),
  /** Makes some of it; call again until the state is `ready`. Safe to repeat and to resume. */
  build: action({ access: worker, input: one, output: Export, errors: ['WRONG_STATE'] }),
  /** A link to the workbook that works for some minutes. Only for whoever asked for it. */
  handOut: action({
    access: worker,
    input: one,
    output: z.object({ url: z.string(), fileName: z.string(), export: Export }),
    errors: ['WRONG_STATE', 'EXPORT_LIMIT'],
  }),
  /** What I asked for in a community, latest first. */
  list: action({
    access: worker,
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({ exports: z.array(Export).max(limits.pageSize) }),
    errors: [],
  }),
}
