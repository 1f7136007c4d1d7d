import { z } from 'zod'
import { anyone, member, resident, staff } from './access'
import { action } from './action'
import {
  CommunityId,
  Cursor,
  Day,
  Instant,
  ItemId,
  MaskedName,
  paragraph,
  PhotoBase64,
  line,
  Points,
  RedemptionId,
  RequestId,
} from './fields'
import { limits } from './limits'

/** Why points moved: the rule with its version, and what happened in plain words. */
export const Reason = z.object({
  /** e.g. `3.2`; null where no rule applies (a redemption, a refund). */
  rule: z.string().nullable(),
  ruleVersion: z.int().nullable(),
  /** A correction changes what an earlier grant gave, up or down. */
  kind: z.enum(['grant', 'correction', 'redeem', 'cancel', 'timeout', 'expire']),
  /** What the points were for: the service, or the item; of points that expired their last day, `2026 年 12 月 31 日`. */
  title: z.string(),
})

export const StatementEntry = z.object({
  /** Position in this account, 1 first, no gaps. */
  seq: z.int().min(1),
  /** Signed. */
  amount: z.int(),
  balanceAfter: z.int(),
  at: Instant,
  reason: Reason,
  /** The entry's own hash; with `previousHash` a member can verify the chain. */
  hash: z.string(),
  previousHash: z.string(),
  /** The redemption that the entry belongs to. */
  redemptionId: RedemptionId.nullable(),
})

export const StatementPage = z.object({
  entries: z.array(StatementEntry).max(limits.maxPageSize),
  /** Hand this as `before` to get older entries; null at the end. */
  nextBefore: z.int().nullable(),
})

/** Points that expire together, earliest first. */
export const Lot = z.object({ points: Points, expiresOn: Day })

export const ItemState = z.enum(['open', 'closed'])

/** A month or a quarter in China, or all time. */
export const LimitPeriod = z.enum(['month', 'quarter', 'always'])

const itemFields = {
  name: line(limits.item.nameLength),
  description: paragraph(limits.item.descriptionLength),
  costPoints: z.int().min(limits.item.minCostPoints).max(limits.item.maxCostPoints),
  limitPerPerson: z.int().min(1).max(limits.item.maxPerPerson),
  limitPeriod: LimitPeriod,
  pickupPlace: line(limits.item.pickupPlaceLength),
  pickupHours: line(limits.item.pickupHoursLength),
  /** From `uploadItemPhoto`. */
  photoId: z.string().max(300).nullable(),
}

/** An item as anyone may see it. */
export const Item = z.object({
  id: ItemId,
  communityId: CommunityId,
  name: z.string(),
  description: z.string(),
  costPoints: Points,
  left: z.int().min(0),
  state: ItemState,
  /** true while a difference in the community's ledger keeps redemption closed. */
  frozen: z.boolean(),
  limitPerPerson: z.int(),
  limitPeriod: LimitPeriod,
  pickupPlace: z.string(),
  pickupHours: z.string(),
  /** A link that works for some minutes; null without a photo. */
  photoUrl: z.string().nullable(),
})

/** An item as its community's staff see it. */
export const StaffItem = Item.extend({
  photoId: z.string().nullable(),
  /** Reserved by redemptions that wait to be picked up. */
  reserved: z.int().min(0),
  /** Goes up by one with each edit; an edit names the version that it saw. */
  version: z.int().min(1),
})

export const RedemptionState = z.enum(['open', 'picked_up', 'cancelled', 'timed_out'])

/** A redemption as its owner sees it. */
export const Redemption = z.object({
  id: RedemptionId,
  itemId: ItemId,
  /** Where it is picked up: not where its owner lives, once she has moved on. */
  communityId: CommunityId,
  itemName: z.string(),
  quantity: z.int().min(1),
  costPoints: Points,
  state: RedemptionState,
  pickupPlace: z.string(),
  pickupHours: z.string(),
  redeemedAt: Instant,
  /** 社区工作者陈** 代办, where somebody redeemed it in my stead; else null. */
  redeemedBy: z.string().nullable(),
  /** The last moment to pick it up; after it the points go back by themselves. */
  pickUpBefore: Instant,
  /**
   * Those of its points that expire first: should it end after that day, they come back and cannot be used. null for
   * redemptions from before this was kept.
   */
  refundExpires: Lot.nullable(),
  /** When it was picked up, cancelled or timed out. */
  endedAt: Instant.nullable(),
})

/** What a verifier sees after a pick-up. */
export const VerifiedPickup = z.object({
  redemptionId: RedemptionId,
  itemName: z.string(),
  quantity: z.int().min(1),
  costPoints: Points,
  /** e.g. 李* · 7 号楼 2 单元 */
  memberName: MaskedName,
  memberPlace: z.string(),
  pickedUpAt: Instant,
})

/** A community's ledger as its proof counts it: numbers of journals and accounts, sums of points, differences found. */
export const LedgerFigures = z.object({
  journals: z.int(),
  accounts: z.int(),
  issued: z.int(),
  redeemed: z.int(),
  reversed: z.int(),
  /** 0 in proofs from before expiry was an entry. */
  expired: z.int().default(0),
  outstanding: z.int(),
  differences: z.int(),
})

/** A number that the server gave out, as a cursor or a version. */
const Position = z.int().min(1).max(1_000_000_000)

const page = { limit: z.int().min(1).max(limits.maxPageSize).optional() }

export const points = {
  /** The points page in one call: balance, lots and the first page of the statement. */
  overview: action({
    access: resident(),
    input: z.strictObject({}),
    output: z.object({
      available: z.int(),
      lots: z.array(Lot).max(24),
      statement: StatementPage,
    }),
    errors: [],
  }),
  statement: action({
    access: resident(),
    input: z.strictObject({ before: Position.optional(), ...page }),
    output: StatementPage,
    errors: [],
  }),
  /** What can be redeemed in a community, cheapest first. */
  items: action({
    access: anyone(),
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({ items: z.array(Item).max(limits.item.perCommunity) }),
    errors: [],
  }),
  /** One item; `mine` only for a resident of its community. */
  item: action({
    access: anyone(),
    input: z.strictObject({ itemId: ItemId }),
    output: z.object({
      item: Item,
      mine: z
        .object({
          available: z.int(),
          /** How many I may still redeem in this period. */
          mayStillRedeem: z.int().min(0),
        })
        .nullable(),
    }),
    errors: [],
  }),
  redeem: action({
    access: resident(),
    input: z.strictObject({
      requestId: RequestId,
      itemId: ItemId,
      quantity: z.int().min(1).max(limits.redemption.maxQuantity),
      /** What the member agreed to pay in all: should it cost more by now, PRICE_CHANGED and nothing happens. */
      atMostPoints: Points.optional(),
    }),
    output: Redemption,
    errors: [
      'INSUFFICIENT_POINTS',
      'SOLD_OUT',
      'ITEM_CLOSED',
      'LIMIT_REACHED',
      'REDEMPTION_FROZEN',
      'PRICE_CHANGED',
    ],
  }),
  /** My redemptions, newest first; also those of a home that I have left. */
  redemptions: action({
    access: member(),
    input: z.strictObject({ before: Cursor.optional(), ...page }),
    output: z.object({
      redemptions: z.array(Redemption).max(limits.maxPageSize),
      /** Hand this as `before` to get older ones; null at the end. */
      nextBefore: Cursor.nullable(),
    }),
    errors: [],
  }),
  /** The rotating QR (the next steps of it) and the fixed digits of an open redemption of mine, wherever I live by now. */
  pickupCode: action({
    access: member(),
    input: z.strictObject({ redemptionId: RedemptionId }),
    output: z.object({
      redemption: Redemption,
      /** null once it is picked up, cancelled or timed out. */
      code: z
        .object({
          digits: z.string().regex(/^\d{8}$/),
          steps: z
            .array(z.object({ qr: z.string(), validFrom: Instant, validUntil: Instant }))
            .max(limits.pickup.stepsAhead),
        })
        .nullable(),
      /** The server's clock, so that a wrong phone clock still shows the right step. */
      now: Instant,
    }),
    errors: [],
  }),
  /** Also by somebody who has moved away since. */
  cancelRedemption: action({
    access: member(),
    input: z.strictObject({ requestId: RequestId, redemptionId: RedemptionId }),
    output: Redemption,
    errors: ['ALREADY_PICKED_UP', 'ALREADY_ENDED'],
  }),
  /** Hands the goods over: takes what the QR holds, or the eight digits. */
  verifyPickup: action({
    access: staff(['community_worker', 'service_steward'], 'document'),
    input: z.strictObject({
      requestId: RequestId,
      code: z
        .string()
        .min(8)
        .max(200)
        .regex(/^[\x21-\x7e]+$/),
    }),
    output: VerifiedPickup,
    errors: [
      'CODE_WRONG',
      'CODE_OUTDATED',
      'ALREADY_PICKED_UP',
      'ALREADY_ENDED',
      'TOO_MANY_TRIES',
      'NOT_ONESELF',
    ],
  }),
  staffItems: action({
    access: staff(['community_worker'], 'input.communityId'),
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({ items: z.array(StaffItem).max(limits.item.perCommunity) }),
    errors: [],
  }),
  uploadItemPhoto: action({
    access: staff(['community_worker'], 'input.communityId'),
    input: z.strictObject({ requestId: RequestId, communityId: CommunityId, photo: PhotoBase64 }),
    output: z.object({ photoId: z.string(), photoUrl: z.string() }),
    errors: ['PHOTO_UNSUPPORTED', 'PHOTO_TOO_LARGE'],
    cost: 3,
  }),
  createItem: action({
    access: staff(['community_worker'], 'input.communityId'),
    input: z.strictObject({
      requestId: RequestId,
      communityId: CommunityId,
      ...itemFields,
      stock: z.int().min(0).max(limits.item.maxStock),
    }),
    output: StaffItem,
    errors: ['TOO_MANY_ITEMS'],
  }),
  editItem: action({
    access: staff(['community_worker'], 'document'),
    input: z.strictObject({ requestId: RequestId, itemId: ItemId, version: Position, ...itemFields }),
    output: StaffItem,
    errors: ['CHANGED_MEANWHILE'],
  }),
  /** Adds to the stock, or takes from what is left. */
  restockItem: action({
    access: staff(['community_worker'], 'document'),
    input: z.strictObject({
      requestId: RequestId,
      itemId: ItemId,
      change: z.int().min(-limits.item.maxStock).max(limits.item.maxStock),
    }),
    output: StaffItem,
    errors: ['STOCK_OUT_OF_RANGE'],
  }),
  openItem: action({
    access: staff(['community_worker'], 'document'),
    input: z.strictObject({ requestId: RequestId, itemId: ItemId }),
    output: StaffItem,
    errors: [],
  }),
  closeItem: action({
    access: staff(['community_worker'], 'document'),
    input: z.strictObject({ requestId: RequestId, itemId: ItemId }),
    output: StaffItem,
    errors: [],
  }),
  /** The community's ledger in figures, and what the last proof found. */
  ledgerState: action({
    access: staff(['community_worker', 'street_staff'], 'input.communityId'),
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({
      frozen: z.boolean(),
      lastProof: LedgerFigures.extend({ at: Instant }).nullable(),
    }),
    errors: [],
  }),
}
