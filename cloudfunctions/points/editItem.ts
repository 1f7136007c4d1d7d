import type { Handler } from '../kit/handler'
import { letGoOf } from '../kit/uploads'
import { changeItem, mayTakePhoto } from './changeItem'
import { items } from './store'

/** Eight round trips, ten where the photo is replaced. */
export const editItem: Handler<'points.editItem'> = async (
  { requestId: _requestId, itemId, version, ...fields },
  context,
) => {
  const { db, now, fail } = context
  const before = (await db.readSlim(items, itemId, 'reserved')) ?? fail('NOT_FOUND')
  const isNew = fields.photoId !== before.photoId
  // The photo that the item has, wherever it came from, may stay.
  const isFit = !fields.photoId || !isNew || (await mayTakePhoto(db, before.communityId, fields.photoId))
  const edited = await changeItem('points.editItem', itemId, context, (item) => {
    if (!isFit) return fail('INVALID_INPUT', 'photoId')
    if (item.version !== version) return fail('CHANGED_MEANWHILE')
    return { ...fields, version: item.version + 1 }
  })
  if (isNew && before.photoId) await letGoOf(db, before.photoId, now)
  return edited
}
