import type { Output } from '../contract'
import { audits } from '../kit/audit'
import type { Context } from '../kit/handler'
import { audited } from './rules'
import { directories, emptyDirectory, type Entry } from './store'
import { staffView } from './views'

type Writing = 'directory.add' | 'directory.edit' | 'directory.order' | 'directory.takeDown'

/** What a change makes of the entries, and the one that it is about; none where it is about all. */
interface Change {
  entries: Entry[]
  before?: Entry
  after?: Entry
}

/**
 * Changes a place's entries in one transaction with its audit row; a repeat of the request finds that row and
 * changes nothing. Seven round trips.
 * @param decide sees the entries as they are now, and refuses where it may not be
 */
export async function change(
  action: Writing,
  placeId: string,
  context: Context<Writing>,
  decide: (entries: readonly Entry[]) => Change,
): Promise<Output<'directory.add'>> {
  const { db, me, now, fail, inputHash } = context
  if (!me.covers(placeId)) return fail('NOT_FOUND')
  const id = context.effectId('a')
  const changed = await db.transact(async (tx) => {
    const earlier = await tx.find(audits, id)
    const present = (await tx.find(directories, placeId)) ?? emptyDirectory(placeId)
    if (earlier) return earlier.inputHash === inputHash ? present : fail('CONFLICT')
    const { entries, before, after } = decide(present.entries)
    await tx.insert(audits, {
      ...{ _id: id, schemaVersion: 1 as const, communityId: placeId, actor: me.memberId, action, inputHash },
      document: (after ?? before)?.id ?? placeId,
      at: now.toISOString(),
      before: before ? audited(before) : {},
      after: after ? audited(after) : {},
    })
    return tx.put(directories, { ...present, entries })
  })
  return staffView(changed)
}
