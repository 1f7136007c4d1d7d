import type { Item } from '../points/catalogue'
import type { ItemEntry } from './store'

type Fields = ItemEntry['fields']

/** The fields of an item that a list can say something about. */
const fieldsOf = (item: Fields): Fields => ({
  name: item.name,
  description: item.description,
  costPoints: item.costPoints,
  limitPerPerson: item.limitPerPerson,
  limitPeriod: item.limitPeriod,
  pickupPlace: item.pickupPlace,
  pickupHours: item.pickupHours,
  photoId: item.photoId,
})

/** An item's fields after a list: what the list does not say stays, the photo always does. */
export const mergedFields = (present: Fields, listed: Fields): Fields => ({
  ...listed,
  description: listed.description || present.description,
  photoId: present.photoId,
})

/** What a row does to the item of that name as it is now. */
export function effectOfItem(present: Fields | null, listed: Fields): 'added' | 'changed' | 'unchanged' {
  if (!present) return 'added'
  return sameFields(present, mergedFields(present, listed)) ? 'unchanged' : 'changed'
}

/** What applying has to do with an entry, by the community's items; what this import has written stays as it is. */
export function decideItem(entry: ItemEntry, present: readonly Item[]): ItemEntry {
  if (isWritten(entry, present)) return entry
  const same = present.find(({ name }) => name === entry.fields.name)
  const effect = effectOfItem(same ?? null, entry.fields)
  const before = same ? { ...fieldsOf(same), id: same._id, version: same.version } : null
  return { ...entry, effect: effect === 'unchanged' ? 'none' : effect, before }
}

/** Whether an entry's write has been made and stands. */
export function isWritten({ id, fields, before }: ItemEntry, present: readonly Item[]): boolean {
  if (present.some((item) => item._id === id)) return true
  const item = before && present.find(({ _id }) => _id === before.id)
  return !!item && item.version === before.version + 1 && sameFields(item, mergedFields(before, fields))
}

/** What undoing has to do with an entry. `isUsed`: somebody has redeemed one of the new items. */
export function undoItem(
  { id, stock, effect, before }: ItemEntry,
  present: readonly Item[],
  isUsed: boolean,
): 'nothing' | 'remove' | 'restore' | 'CHANGED_MEANWHILE' | 'ALREADY_USED' {
  if (effect === 'added') {
    const item = present.find(({ _id }) => _id === id)
    if (!item) return 'nothing'
    if (isUsed || item.reservedUnits > 0) return 'ALREADY_USED'
    return item.version === 1 && item.left === stock ? 'remove' : 'CHANGED_MEANWHILE'
  }
  if (effect !== 'changed' || !before) return 'nothing'
  const item = present.find(({ _id }) => _id === before.id)
  if (item?.version === before.version + 1) return 'restore'
  const isAsBefore = item && sameFields(item, before) && item.version !== before.version + 1
  return isAsBefore ? 'nothing' : 'CHANGED_MEANWHILE'
}

const sameFields = (some: Fields, others: Fields): boolean => {
  const [left, right] = [fieldsOf(some), fieldsOf(others)]
  return (Object.keys(left) as (keyof Fields)[]).every((field) => left[field] === right[field])
}
