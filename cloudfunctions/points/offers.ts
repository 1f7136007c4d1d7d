import type { Database } from '../kit/database'
import { whyNotTake } from './rules'
import { items, type Item } from './store'

/**
 * Items as this instance read them last, so that a rush on one item reads it once and not with every redemption.
 * Only what `take` checks again may be relied on: its version, which covers the price, its state and its stock.
 */
const lastSeen = new Map<string, Item>()

const most = 200

/**
 * An item as it was when this instance last looked, or as it is. Of its reservations at most the caller's own. What is
 * remembered lets people in and refuses nobody: a restock leaves the version as it is, so a refusal looks afresh.
 */
export async function offer(
  db: Database,
  itemId: string,
  reservationId: string,
  quantity: number,
): Promise<Item | null> {
  const seen = lastSeen.get(itemId)
  return seen && !whyNotTake(seen, quantity) ? seen : offerNow(db, itemId, reservationId)
}

/** The item as it is. One round trip. */
export async function offerNow(db: Database, itemId: string, reservationId: string): Promise<Item | null> {
  const item = await db.readSlim(items, itemId, 'reserved', reservationId)
  lastSeen.delete(itemId)
  // One that is sold out or closed is looked at each time: staff may just have changed that.
  if (item && item.state === 'open' && !item.frozen && item.left > 0) remember({ ...item, reserved: {} })
  return item
}

function remember(item: Item): void {
  const [oldest] = lastSeen.keys()
  if (oldest !== undefined && lastSeen.size >= most) lastSeen.delete(oldest)
  lastSeen.set(item._id, item)
}
