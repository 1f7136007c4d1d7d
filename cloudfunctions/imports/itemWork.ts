import { limits } from '../contract/limits'
import type { Database } from '../kit/database'
import type { Context } from '../kit/handler'
import { items, newItem, proofs, redemptions, type Item } from '../points/catalogue'
import { allItems, redemptionOfAny } from '../points/queries'
import { atOnce } from './atOnce'
import { decideItem, isWritten, mergedFields, undoItem } from './itemRules'
import { stillMine } from './step'
import { batches, type Batch, type ItemEntry } from './store'

type ItemBatch = Extract<Batch, { kind: 'items' }>

/** New items in one write, changed ones each under the condition of their version. */
export async function applyItems(batch: ItemBatch, context: Context<'imports.apply'>): Promise<void> {
  const { db, fail } = context
  const [found, proof] = await Promise.all([presentOf(batch, db), db.read(proofs, batch.communityId)])
  const entries = batch.entries.map((entry) => decideItem(entry, found))
  const open = entries.filter((entry) => !isWritten(entry, found))
  const fresh = open.filter(({ effect }) => effect === 'added')
  if (found.length + fresh.length > limits.item.perCommunity) fail('CONFLICT')
  if (open.length > 0) await db.put(batches, { ...batch, entries })
  stillMine(context)
  const added = fresh.map((entry) => itemOf(entry, batch, proof?.frozen ?? false, context))
  if (added.length > 0 && !(await db.insertMany(items, added))) fail('CONFLICT')
  await atOnce(open, async ({ effect, before, fields }) => {
    if (effect !== 'changed' || !before) return
    const changes = mergedFields(before, fields)
    if (!(await edit(db, before.id, before.version, changes))) fail('CONFLICT')
  })
}

export async function whyNotUndoItems(
  batch: ItemBatch,
  db: Database,
): Promise<'CHANGED_MEANWHILE' | 'ALREADY_USED' | null> {
  return denialOf(await decidedOf(batch, db))
}

/** Items that the import brought go, the others get back what they said. */
export async function undoItems(batch: ItemBatch, context: Context<'imports.undo'>): Promise<void> {
  const { db, fail } = context
  const decided = await decidedOf(batch, db)
  const denial = denialOf(decided)
  if (denial) return fail(denial)
  stillMine(context)
  await atOnce(decided, async ({ entry: { id, stock, before }, what }) => {
    if (what === 'restore' && before) {
      const { id: itemId, version, ...fields } = before
      if (!(await edit(db, itemId, version + 1, fields))) fail('CHANGED_MEANWHILE')
    }
    // Whoever redeems one at this moment changes what is left, and the item stays.
    const unused = { _id: id, version: 1, left: stock, reservedUnits: 0 }
    if (what === 'remove' && (await db.removeMany(items, unused)) !== 1) fail('ALREADY_USED')
  })
}

const presentOf = (batch: ItemBatch, db: Database): Promise<Item[]> =>
  db.list(items, allItems(batch.communityId))

async function decidedOf(batch: ItemBatch, db: Database) {
  const ids = batch.entries.map(({ id }) => id)
  const [found, used] = await Promise.all([presentOf(batch, db), db.list(redemptions, redemptionOfAny(ids))])
  return batch.entries.map((entry) => ({ entry, what: undoItem(entry, found, used.length > 0) }))
}

const denialOf = (decided: Awaited<ReturnType<typeof decidedOf>>) =>
  (['ALREADY_USED', 'CHANGED_MEANWHILE'] as const).find((code) =>
    decided.some(({ what }) => what === code),
  ) ?? null

const edit = (db: Database, id: string, version: number, changes: Partial<Item>): Promise<boolean> =>
  db.changeIf(items, id, { version }, { ...changes, version: version + 1 })

const itemOf = (
  entry: ItemEntry,
  { communityId, importId }: ItemBatch,
  frozen: boolean,
  { now, inputHash }: Context<'imports.apply'>,
): Item =>
  newItem(entry.fields, { id: entry.id, communityId, stock: entry.stock, frozen, inputHash, importId, now })
