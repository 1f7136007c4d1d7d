import { z } from 'zod'
import { CommunityId, Day, Instant, ItemId, RedemptionId } from '../contract/fields'
import { LedgerFigures, LimitPeriod, Reason, RedemptionState } from '../contract/points'
import { collection } from '../kit/collection'
import { ActedBy } from '../kit/proxies'

/** Points of one account that expire on one day; in a journal the points are signed: what the entry changed. */
const LotPoints = z.object({ expiresOn: Day, points: z.int() })

/** How many of an item a member has redeemed in a period, for the limit per person. */
const Tally = z.object({ itemId: ItemId, period: z.string(), quantity: z.int().min(0) })

/** A member's balance in one community. Written by `post` alone. */
const Account = z.object({
  /** `{communityId}:member:{memberId}` */
  _id: z.string(),
  schemaVersion: z.literal(1),
  communityId: CommunityId,
  memberId: z.string(),
  /** Σ amounts of the journals = Σ points of the lots. */
  posted: z.int(),
  /** Number of the last journal, 0 before the first. */
  seq: z.int().min(0),
  /** Hash of the last journal. */
  head: z.string(),
  lots: z.array(LotPoints).max(24),
  tallies: z.array(Tally).max(400),
})

/** One entry of the ledger: two legs that sum to zero. Never changed, never removed. */
const Journal = z.object({
  /** The idempotency key: `redeem:{redemption}`, `return:{redemption}`, `grant:{…}`, `service:{participation}`, `expire:{account}:{seq}`. */
  _id: z.string(),
  schemaVersion: z.literal(1),
  communityId: CommunityId,
  member: z.object({
    account: z.string(),
    seq: z.int().min(1),
    amount: z.int(),
    balanceAfter: z.int().min(0),
    lots: z.array(LotPoints).max(24),
    previousHash: z.string(),
    /** SHA-256 of the canonical JSON of the whole journal without this field. */
    hash: z.string(),
  }),
  system: z.object({ account: z.string(), amount: z.int() }),
  reason: Reason,
  /** The redemption that the entry belongs to. */
  redemptionId: RedemptionId.nullable(),
  /** The journal that this one takes back. */
  reverses: z.string().nullable(),
  /** Who did it: a member's id, or `timer` where the time did. */
  actor: z.string(),
  at: Instant,
})

const Item = z.object({
  _id: ItemId,
  schemaVersion: z.literal(1),
  communityId: CommunityId,
  name: z.string(),
  description: z.string(),
  costPoints: z.int().min(1),
  state: z.enum(['open', 'closed']),
  frozen: z.boolean(),
  limitPerPerson: z.int().min(1),
  limitPeriod: LimitPeriod,
  pickupPlace: z.string(),
  pickupHours: z.string(),
  photoId: z.string().nullable(),
  /** Units that were ever put on the shelf; absent on items from before this was kept. */
  stocked: z.int().min(0).optional(),
  left: z.int().min(0),
  reservedUnits: z.int().min(0),
  reserved: z.record(z.string(), z.object({ quantity: z.int().min(1), at: Instant })),
  version: z.int().min(1),
  createdAt: Instant,
  inputHash: z.string(),
  /** The import that brought it, else null. */
  importId: z.string().nullable(),
})

/** A redemption and its way to the counter. Its timeline is its audit trail. */
const Redemption = z.object({
  _id: RedemptionId,
  schemaVersion: z.literal(1),
  inputHash: z.string(),
  communityId: CommunityId,
  memberId: z.string(),
  /** Masked at the moment of redeeming: a verifier needs no more. */
  memberName: z.string(),
  memberPlace: z.string(),
  accountId: z.string(),
  /** Number of the journal that paid for it. */
  accountSeq: z.int().min(1),
  itemId: ItemId,
  itemName: z.string(),
  quantity: z.int().min(1),
  costPoints: z.int().min(1),
  /** The period whose tally it counts in. */
  period: z.string(),
  state: RedemptionState,
  codeSalt: z.int().min(0),
  /** HMAC of community and digits, kept after the end so that a late comer is told why. */
  code: z.string(),
  /** Unique: the same HMAC while open, the redemption's own id afterwards. */
  openCode: z.string(),
  pickupPlace: z.string(),
  pickupHours: z.string(),
  redeemedAt: Instant,
  pickUpBefore: Instant,
  /** Of the lots that paid for it the one that expires first; absent on redemptions from before this was kept. */
  refundExpires: LotPoints.optional(),
  /** Set once the person was reminded that it ends; absent before. */
  reminded: z.literal(true).optional(),
  endedAt: Instant.nullable(),
  /** The request that ended it, so that its repeat gets the same answer. */
  endedBy: z.string().nullable(),
  /** `by`: who did it in the actor's stead (代办); absent where nobody did. */
  timeline: z
    .array(z.object({ event: z.string(), at: Instant, actor: z.string(), by: ActedBy.optional() }))
    .max(4),
})

/** What the last proof of a community's ledger found. `_id` is the community's id. */
const Proof = z.object({
  _id: CommunityId,
  schemaVersion: z.literal(1),
  frozen: z.boolean(),
  at: Instant,
  figures: LedgerFigures,
})

export type Account = z.infer<typeof Account>
export type Journal = z.infer<typeof Journal>
export type Item = z.infer<typeof Item>
export type Redemption = z.infer<typeof Redemption>
export type Proof = z.infer<typeof Proof>
export type Figures = z.infer<typeof LedgerFigures>
export type LotPoints = z.infer<typeof LotPoints>

export const accounts = collection<Account>('accounts', Account)
export const journals = collection<Journal>('journals', Journal)
export const items = collection<Item>('items', Item)
export const redemptions = collection<Redemption>('redemptions', Redemption)
export const proofs = collection<Proof>('proofs', Proof)

/** The account of a member in a community. */
export const accountIdOf = (communityId: string, memberId: string): string =>
  `${communityId}:member:${memberId}`
