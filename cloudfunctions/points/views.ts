import type { Output } from '../contract'
import type { Files } from '../kit/files'
import { actedByText } from '../proxy/rules'
import type { Item, Journal, Redemption } from './store'

type ItemView = Output<'points.items'>['items'][number]
type StaffItemView = Output<'points.staffItems'>['items'][number]
type RedemptionView = Output<'points.redeem'>
type EntryView = Output<'points.statement'>['entries'][number]

/** Whoever is shown an item needs none of its reservations. */
type Offer = Omit<Item, 'reserved'>

/** What the view of an item for anyone stands on; a board holds no more. */
type Shown = Pick<Item, Exclude<keyof ItemView, 'id' | 'photoUrl'> | '_id' | 'photoId'>

/** An item as anyone may see it. */
export const itemView = (item: Shown, links: Map<string, string>): ItemView => ({
  id: item._id,
  communityId: item.communityId,
  name: item.name,
  description: item.description,
  costPoints: item.costPoints,
  left: item.left,
  state: item.state,
  frozen: item.frozen,
  limitPerPerson: item.limitPerPerson,
  limitPeriod: item.limitPeriod,
  pickupPlace: item.pickupPlace,
  pickupHours: item.pickupHours,
  photoUrl: (item.photoId && links.get(item.photoId)) || null,
})

/** An item as its community's staff see it. */
export const staffItemView = (item: Offer, links: Map<string, string>): StaffItemView => ({
  ...itemView(item, links),
  photoId: item.photoId,
  reserved: item.reservedUnits,
  version: item.version,
})

/** Links to the photos of items: one request to the file store, none to the database. */
export async function photoLinks(files: Files, shown: ReadonlyArray<Pick<Item, 'photoId'>>) {
  const ids = shown.flatMap(({ photoId }) => (photoId ? [photoId] : []))
  const pages = Array.from({ length: Math.ceil(ids.length / 50) }, (_, page) =>
    ids.slice(page * 50, page * 50 + 50),
  )
  const links = await Promise.all(pages.map((page) => files.links(page)))
  return new Map(links.flatMap((page) => [...page]))
}

/** A redemption as its owner sees it. */
export const redemptionView = (redemption: Redemption): RedemptionView => ({
  id: redemption._id,
  itemId: redemption.itemId,
  communityId: redemption.communityId,
  itemName: redemption.itemName,
  quantity: redemption.quantity,
  costPoints: redemption.costPoints,
  state: redemption.state,
  pickupPlace: redemption.pickupPlace,
  pickupHours: redemption.pickupHours,
  redeemedAt: redemption.redeemedAt,
  redeemedBy: actedByText(redemption.timeline[0]?.by),
  pickUpBefore: redemption.pickUpBefore,
  refundExpires: redemption.refundExpires ?? null,
  endedAt: redemption.endedAt,
})

/**
 * A line of the statement. What service it was for is left out for a helper (代办): it would tell who is registered as a
 * party member.
 */
export const entryView = (journal: Journal, isHelper = false): EntryView => ({
  seq: journal.member.seq,
  amount: journal.member.amount,
  balanceAfter: journal.member.balanceAfter,
  at: journal.at,
  reason: isHelper ? withoutService(journal.reason) : journal.reason,
  hash: journal.member.hash,
  previousHash: journal.member.previousHash,
  redemptionId: journal.redemptionId,
})

const withoutService = (reason: Journal['reason']): Journal['reason'] =>
  reason.kind === 'grant' || reason.kind === 'correction'
    ? { ...reason, rule: null, ruleVersion: null, title: '社区服务' }
    : reason
