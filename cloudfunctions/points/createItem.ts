import { limits } from '../contract/limits'
import { refreshBoard } from '../home/post'
import type { Handler } from '../kit/handler'
import { mayTakePhoto } from './changeItem'
import { newItem } from './catalogue'
import { allItems } from './queries'
import { items, proofs } from './store'
import { photoLinks, staffItemView } from './views'

/** A new item. Its document is its own audit row. Six round trips at most, and nine for the board. */
export const createItem: Handler<'points.createItem'> = async (input, context) => {
  const { db, now, files, fail, inputHash } = context
  const { requestId: _requestId, communityId, stock, ...fields } = input
  if (fields.photoId && !(await mayTakePhoto(db, communityId, fields.photoId)))
    return fail('INVALID_INPUT', 'photoId')
  const [present, proof] = await Promise.all([
    db.list(items, allItems(communityId)),
    db.read(proofs, communityId),
  ])
  const id = context.effectId('i')
  const origin = { id, communityId, stock, frozen: proof?.frozen ?? false, inputHash, importId: null, now }
  const earlier = present.find(({ _id }) => _id === id)
  if (!earlier && present.length >= limits.item.perCommunity) return fail('TOO_MANY_ITEMS')
  const fresh = newItem(fields, origin)
  const item =
    earlier ?? ((await db.insert(items, fresh)) ? fresh : ((await db.read(items, id)) ?? fail('CONFLICT')))
  if (item.inputHash !== inputHash) return fail('CONFLICT')
  await refreshBoard(communityId, context)
  return staffItemView(item, await photoLinks(files, [item]))
}
