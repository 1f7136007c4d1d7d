import type { Handler } from '../kit/handler'
import { changeItem, isPhotoOf } from './changeItem'

export const editItem: Handler<'points.editItem'> = (
  { requestId: _requestId, itemId, version, ...fields },
  context,
) =>
  changeItem('points.editItem', itemId, context, (item) => {
    // The photo that the item has, wherever it came from, may stay.
    const photoIsFit =
      !fields.photoId || fields.photoId === item.photoId || isPhotoOf(item.communityId, fields.photoId)
    if (!photoIsFit) return context.fail('INVALID_INPUT', 'photoId')
    if (item.version !== version) return context.fail('CHANGED_MEANWHILE')
    return { ...fields, version: item.version + 1 }
  })
