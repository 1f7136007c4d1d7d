import type { ActionName, Output } from '../contract'
import { refreshBoard } from '../home/post'
import { audits } from '../kit/audit'
import type { Database } from '../kit/database'
import type { Context } from '../kit/handler'
import { areKept } from '../kit/uploads'
import { items, type Item } from './store'
import { photoFolder } from './uploadItemPhoto'
import { photoLinks, staffItemView } from './views'

type ItemAction = 'points.editItem' | 'points.restockItem' | 'points.openItem' | 'points.closeItem'

/**
 * Changes an item in one transaction with its audit row; a repeat of the request finds that row and changes
 * nothing. Seven round trips, and nine for the community's board.
 * @param change returns the changed fields, or refuses; it sees the item as it is now
 */
export async function changeItem<N extends ItemAction & ActionName>(
  action: N,
  itemId: string,
  context: Context<ItemAction>,
  change: (item: Item) => Partial<Item>,
): Promise<Output<'points.editItem'>> {
  const { db, me, now, files, fail, inputHash } = context
  const id = context.effectId('a')
  const changed = await db.transact(async (tx) => {
    const item = await tx.find(items, itemId)
    if (!item || !me.covers(item.communityId)) return fail('NOT_FOUND')
    const earlier = await tx.find(audits, id)
    if (earlier) return earlier.inputHash === inputHash ? item : fail('CONFLICT')
    const after = change(item)
    const before = Object.fromEntries(Object.keys(after).map((field) => [field, item[field as keyof Item]]))
    const { communityId } = item
    const at = now.toISOString()
    const audit = {
      _id: id,
      communityId,
      actor: me.memberId,
      action,
      document: itemId,
      inputHash,
      at,
      before,
      after,
    }
    await tx.insert(audits, { ...audit, schemaVersion: 1 })
    return tx.put(items, { ...item, ...after })
  })
  await refreshBoard(changed.communityId, context)
  return staffItemView(changed, await photoLinks(files, [changed]))
}

/** Whether an item of this community may take a photo. One round trip. */
export const mayTakePhoto = async (db: Database, communityId: string, photoId: string): Promise<boolean> =>
  isPhotoOf(communityId, photoId) && areKept(db, [photoId])

/** Whether a photo was uploaded for this community. */
const isPhotoOf = (communityId: string, photoId: string): boolean =>
  new RegExp(
    `^cloud://[\\w.-]+/${photoFolder(communityId).replaceAll('.', '\\.')}[\\w-]+\\.(jpg|png|webp)$`,
  ).test(photoId)
