import { households, householdsById, type Household } from '../community/roster'
import type { Database } from '../kit/database'
import type { Context } from '../kit/handler'
import { oneOf } from '../kit/where'
import { atOnce } from './atOnce'
import { decideHousehold, mergedPersons, undoHousehold } from './householdRules'
import { stillMine } from './step'
import { batches, type Batch, type HouseholdEntry } from './store'

type RosterBatch = Extract<Batch, { kind: 'roster' }>

/** New households in one write, changed ones each under the condition that they are as they were seen. */
export async function applyHouseholds(batch: RosterBatch, context: Context<'imports.apply'>): Promise<void> {
  const { db, now, fail } = context
  const { importId, communityId } = batch
  const written = { writtenBy: importId, writtenAt: now.toISOString() }
  const found = await presentOf(batch, db)
  const entries = batch.entries.map((entry) => decideHousehold(entry, found.get(entry.id) ?? null, importId))
  const open = entries.filter(({ id }) => found.get(id)?.writtenBy !== importId)
  if (open.length > 0) await db.put(batches, { ...batch, entries })
  stillMine(context)
  const fresh = open.filter(({ effect }) => effect === 'added')
  const added = fresh.map((entry) => ({ ...householdOf(entry, communityId), ...written }))
  if (added.length > 0 && !(await db.insertMany(households, added))) fail('CONFLICT')
  await atOnce(open, async ({ id, effect, before, persons }) => {
    if (effect !== 'changed' || !before) return
    const seen = { writtenBy: before.writtenBy }
    const change = { persons: mergedPersons(before.persons, persons), ...written }
    if (!(await db.changeIf(households, id, seen, change))) fail('CONFLICT')
  })
}

export async function whyNotUndoHouseholds(
  batch: RosterBatch,
  db: Database,
): Promise<'CHANGED_MEANWHILE' | null> {
  return denialOf(await decidedOf(batch, db))
}

/** Households that the import brought go, the others get back what they held. */
export async function undoHouseholds(batch: RosterBatch, context: Context<'imports.undo'>): Promise<void> {
  const { db, fail } = context
  const mine = { writtenBy: batch.importId }
  const decided = await decidedOf(batch, db)
  const denial = denialOf(decided)
  if (denial) return fail(denial)
  stillMine(context)
  const ids = decided.filter(({ what }) => what === 'remove').map(({ entry }) => entry.id)
  if (ids.length > 0) await db.removeMany(households, { _id: oneOf(ids), ...mine })
  await atOnce(decided, async ({ entry: { id, before }, what }) => {
    if (what !== 'restore' || !before) return
    const { persons, writtenBy, writtenAt } = before
    if (!(await db.changeIf(households, id, mine, { persons, writtenBy, writtenAt })))
      fail('CHANGED_MEANWHILE')
  })
}

async function presentOf(batch: RosterBatch, db: Database): Promise<Map<string, Household>> {
  const found = await db.list(households, householdsById(batch.entries.map(({ id }) => id)))
  return new Map(found.map((household) => [household._id, household]))
}

async function decidedOf(batch: RosterBatch, db: Database) {
  const found = await presentOf(batch, db)
  return batch.entries.map((entry) => ({
    entry,
    what: undoHousehold(entry, found.get(entry.id) ?? null, batch.importId),
  }))
}

const denialOf = (decided: Awaited<ReturnType<typeof decidedOf>>): 'CHANGED_MEANWHILE' | null =>
  decided.some(({ what }) => what === 'CHANGED_MEANWHILE') ? 'CHANGED_MEANWHILE' : null

const householdOf = ({ id, building, unit, room, persons }: HouseholdEntry, communityId: string) => ({
  _id: id,
  schemaVersion: 1 as const,
  communityId,
  building,
  unit,
  room,
  persons,
})
