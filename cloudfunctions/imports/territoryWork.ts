import type { Database } from '../kit/database'
import type { Context } from '../kit/handler'
import { drawList, laidOut, mayTakeBack, nodesWithUnits, takeBack } from '../territory/post'
import { batchesOf } from './queries'
import type { ReadRows } from './rows'
import { inBatches } from './rules'
import { batches, batchIdOf, type Batch } from './store'
import { byBuilding, effectOfBuilding, withoutRoom } from './territoryRules'
import type { TerritoryRow } from './territoryRows'

type TerritoryBatch = Extract<Batch, { kind: 'territory' }>
type Read = ReadRows<TerritoryRow>

/** Buildings and units of one batch, which one transaction writes. */
const placesPerStep = 100

/** Rows by what they do now. A building that lies in another compound, or has no room in its grid, is an error of its row. */
export async function planTerritory(
  read: Read,
  communityId: string,
  importId: string,
  { db, me, now, fail }: Context<'imports.stage'>,
) {
  const nodes = await nodesWithUnits(db, communityId, read.entries)
  const looked = read.entries.map((row) => ({ row, effect: effectOfBuilding(nodes, communityId, row) }))
  const here = looked.filter(({ effect }) => effect !== 'elsewhere').map(({ row }) => row)
  const crowded = withoutRoom(nodes, here)
  const wrong = [
    ...looked
      .filter(({ effect }) => effect === 'elsewhere')
      .map(({ row }) => errorOf(row, 'compound', 'CONTRADICTS')),
    ...crowded.map(({ row, layer }) => errorOf(row, layer, 'GRID_FULL')),
  ]
  const left = new Set(crowded.map(({ row }) => row))
  const entries = here.filter((row) => !left.has(row))
  const effects = looked.filter(({ row }) => !left.has(row))
  const count = (wanted: string) => effects.filter(({ effect }) => effect === wanted).length
  const errors = [...read.errors, ...wrong].sort((one, other) => one.row - other.row)
  const listed = byBuilding(entries)
  const listing = { at: now.toISOString(), by: me.memberId, reason: '', communityId, listId: importId }
  if (!laidOut(nodes, listed, listing)) return fail('TOO_MANY_ROWS')
  const groups = inBatches(listed, placesPerStep, ({ units }) => 1 + units.length)
  const planned = groups.map((group, index): TerritoryBatch => {
    const head = { _id: batchIdOf(importId, index), schemaVersion: 1 as const, communityId, importId }
    return { ...head, kind: 'territory', entries: group, wrote: null }
  })
  return {
    read: { ...read, entries, errors },
    plan: {
      ...{ added: count('added'), changed: count('changed'), unchanged: count('unchanged') },
      batches: planned,
    },
  }
}

const errorOf = (
  found: TerritoryRow,
  field: 'compound' | 'governance' | 'construction',
  code: 'CONTRADICTS' | 'GRID_FULL',
): Read['errors'][number] => ({
  ...{ row: found.row, column: found.titles[field] ?? '', code, value: found[field] ?? '', firstRow: null },
})

/** Writes a batch with what was there before, in one transaction: a repeat finds that it is done. */
export async function applyTerritory(
  batch: TerritoryBatch,
  context: Context<'imports.apply'>,
): Promise<void> {
  const { db, me, now, fail } = context
  const { _id, communityId, importId, entries } = batch
  const doing = { at: now.toISOString(), by: me.memberId, reason: '批量导入' }
  await db.transact(async (tx) => {
    const present = await tx.find(batches, _id)
    if (present?.kind !== 'territory' || present.wrote) return
    const wrote = await drawList({ tx, db }, entries, { ...doing, communityId, listId: importId })
    await tx.put(batches, { ...present, wrote: wrote ?? fail('CONFLICT') })
  })
}

/** Looks at what the batch wrote; what leans on it and came with another batch of the same list goes with that. */
export async function whyNotUndoTerritory(
  { communityId, importId, wrote }: TerritoryBatch,
  db: Database,
): Promise<'CHANGED_MEANWHILE' | null> {
  if (!wrote) return null
  let ids: Set<string> | null = null
  const mine = async (id: string) => {
    ids ??= await idsOf(db, importId)
    return ids.has(id)
  }
  return (await mayTakeBack(db, communityId, wrote, mine)) ? null : 'CHANGED_MEANWHILE'
}

/** Takes back what the batch wrote; what somebody has changed since makes it stop. */
export async function undoTerritory(batch: TerritoryBatch, context: Context<'imports.undo'>): Promise<void> {
  const { db, fail } = context
  await db.transact(async (tx) => {
    const present = await tx.find(batches, batch._id)
    if (present?.kind !== 'territory' || !present.wrote) return
    if (!(await takeBack({ tx, db }, batch.communityId, present.wrote))) fail('CHANGED_MEANWHILE')
    await tx.put(batches, { ...present, wrote: null })
  })
}

async function idsOf(db: Database, importId: string): Promise<Set<string>> {
  const found = await db.list(batches, batchesOf(importId))
  const wrote = found.flatMap((batch) => (batch.kind === 'territory' ? (batch.wrote ?? []) : []))
  return new Set(wrote.map(({ after }) => after._id))
}
