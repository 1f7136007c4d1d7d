import type { Input } from '../contract'
import type { Item } from './store'

export { items, proofs, redemptions, type Item } from './store'

/** What staff say of an item. */
export type ItemFields = Omit<Input<'points.createItem'>, 'requestId' | 'communityId' | 'stock'>

/** Where an item comes from and how it begins. */
export interface ItemOrigin {
  id: string
  communityId: string
  stock: number
  /** While the community's redemption is frozen, new items are as well. */
  frozen: boolean
  inputHash: string
  importId: string | null
  now: Date
}

/** A new item, open at once: whoever enters it means to offer it. The named entry for imports. */
export const newItem = (fields: ItemFields, origin: ItemOrigin): Item => ({
  _id: origin.id,
  schemaVersion: 1,
  communityId: origin.communityId,
  name: fields.name,
  description: fields.description,
  costPoints: fields.costPoints,
  state: 'open',
  frozen: origin.frozen,
  limitPerPerson: fields.limitPerPerson,
  limitPeriod: fields.limitPeriod,
  pickupPlace: fields.pickupPlace,
  pickupHours: fields.pickupHours,
  photoId: fields.photoId,
  stocked: origin.stock,
  left: origin.stock,
  reservedUnits: 0,
  reserved: {},
  version: 1,
  createdAt: origin.now.toISOString(),
  inputHash: origin.inputHash,
  importId: origin.importId,
})
