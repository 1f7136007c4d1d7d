import type { Collection, Stored } from '../kit/collection'
import type { Database, Query } from '../kit/database'
import type { Context } from '../kit/handler'
import { oneOf } from '../kit/where'
import { atOnce } from './atOnce'
import { undoEntry, type Mark, type MarkedEntry } from './markedRules'
import { stillMine } from './step'
import { batches, type Batch } from './store'

/** A document that carries the id of the import that wrote it last, so that an undo sees whether another came after it. */
interface Marked extends Stored {
  writtenBy: string
}

/** A batch of such documents, and what is its own in applying it and taking it back. */
export interface MarkedBatch<D extends Marked, E extends MarkedEntry<D>> {
  importId: string
  entries: readonly E[]
  collection: Collection<D>
  byIds: (ids: string[]) => Query
  /** What applying has to do with an entry; one that this import has written stays as it is. */
  decide: (entry: E, present: D | null) => E
  keeping: (entries: E[]) => Batch
  documentOf: (entry: E) => D
  changeOf: (entry: E, before: D) => Partial<Omit<D, '_id'>>
  /** The fields to put back. */
  restoreOf: (before: D) => Partial<Omit<D, '_id'>>
}

/** New documents in one write, changed ones each under the condition that they are as they were seen. */
export async function applyMarked<D extends Marked, E extends MarkedEntry<D>>(
  batch: MarkedBatch<D, E>,
  context: Context<'imports.apply'>,
): Promise<void> {
  const { db, fail } = context
  const { collection, importId } = batch
  const found = await presentOf(batch, db)
  const entries = batch.entries.map((entry) => batch.decide(entry, found.get(entry.id) ?? null))
  const open = entries.filter(({ id }) => found.get(id)?.writtenBy !== importId)
  // Mostly the dry run has seen the same, and what was there before is kept already.
  const isKept = entries.every((entry, index) => isSame(entry, batch.entries[index]))
  if (open.length > 0 && !isKept) await db.put(batches, batch.keeping(entries))
  stillMine(context)
  const added = open.filter(({ effect }) => effect === 'added').map(batch.documentOf)
  if (added.length > 0 && !(await db.insertMany(collection, added))) fail('CONFLICT')
  await atOnce(open, async (entry) => {
    const { id, effect, before } = entry
    if (effect !== 'changed' || !before) return
    const seen = { writtenBy: before.writtenBy }
    if (!(await db.changeIf(collection, id, seen, batch.changeOf(entry, before)))) fail('CONFLICT')
  })
}

/** Whoever writes such a document leaves a new mark, so that the same mark is the same document. */
const isSame = (one: MarkedEntry<Mark>, other: MarkedEntry<Mark> | undefined): boolean =>
  one.effect === other?.effect && one.before?.writtenBy === other.before?.writtenBy

/** Why the batch cannot be put back; null when it can. */
export async function whyNotUndoMarked<D extends Marked, E extends MarkedEntry<D>>(
  batch: MarkedBatch<D, E>,
  db: Database,
): Promise<'CHANGED_MEANWHILE' | null> {
  return denialOf(await decidedOf(batch, db))
}

/** Documents that the import brought go, the others get back what they held. */
export async function undoMarked<D extends Marked, E extends MarkedEntry<D>>(
  batch: MarkedBatch<D, E>,
  context: Context<'imports.undo'>,
): Promise<void> {
  const { db, fail } = context
  const { collection } = batch
  const mine = { writtenBy: batch.importId }
  const decided = await decidedOf(batch, db)
  const denial = denialOf(decided)
  if (denial) return fail(denial)
  stillMine(context)
  const ids = decided.filter(({ what }) => what === 'remove').map(({ entry }) => entry.id)
  if (ids.length > 0) await db.removeMany(collection, { _id: oneOf(ids), ...mine })
  await atOnce(decided, async ({ entry: { id, before }, what }) => {
    if (what !== 'restore' || !before) return
    if (!(await db.changeIf(collection, id, mine, batch.restoreOf(before)))) fail('CHANGED_MEANWHILE')
  })
}

async function presentOf<D extends Marked, E extends MarkedEntry<D>>(
  { entries, collection, byIds }: MarkedBatch<D, E>,
  db: Database,
  only: readonly string[] = [],
): Promise<Map<string, D>> {
  const found = await db.list(collection, { ...byIds(entries.map(({ id }) => id)), only })
  return new Map(found.map((document) => [document._id, document]))
}

/** An undo looks at who wrote a document last, and at nothing else in it. */
async function decidedOf<D extends Marked, E extends MarkedEntry<D>>(batch: MarkedBatch<D, E>, db: Database) {
  const found: ReadonlyMap<string, Mark> = await presentOf(batch, db, ['writtenBy'])
  return batch.entries.map((entry) => ({
    entry,
    what: undoEntry(entry, found.get(entry.id) ?? null, batch.importId),
  }))
}

const denialOf = (decided: ReadonlyArray<{ what: ReturnType<typeof undoEntry> }>) =>
  decided.some(({ what }) => what === 'CHANGED_MEANWHILE') ? ('CHANGED_MEANWHILE' as const) : null
