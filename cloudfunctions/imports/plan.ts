import { createHash } from 'node:crypto'
import { limits } from '../contract/limits'
import { householdIdOf, households, householdsById } from '../community/roster'
import type { Context } from '../kit/handler'
import { items } from '../points/catalogue'
import { allItems } from '../points/queries'
import { branchRoster, phoneHmac, rosterById, rosterIdOf } from '../party/roster'
import { effectOfBranch } from './branchRules'
import type { BranchRow } from './branchRows'
import { decideHousehold, effectOfRow, oneTooMany } from './householdRules'
import { effectOfItem } from './itemRules'
import type { ItemRow } from './itemRows'
import type { RosterRow } from './rosterRows'
import type { ReadRows, RowErrorView } from './rows'
import { inBatches } from './rules'
import { batchIdOf, type Batch, type BranchEntry, type HouseholdEntry, type ItemEntry } from './store'

/** What a list would do: rows by their effect now, and the batches that apply will take. */
export interface Plan {
  added: number
  changed: number
  unchanged: number
  batches: Batch[]
}

/** Documents that one query can ask for. */
const pageSize = 1000

/** A row that brings one person too many behind a door is an error of its row. */
export async function planRoster(
  read: ReadRows<RosterRow>,
  communityId: string,
  importId: string,
  { db }: Context<'imports.stage'>,
): Promise<{ plan: Plan; read: ReadRows<RosterRow> }> {
  const idOf = ({ door }: RosterRow) => householdIdOf(communityId, door)
  const ids = [...new Set(read.entries.map(idOf))]
  const pages = pagesOf(ids).map((page) => db.list(households, householdsById(page)))
  const present = new Map((await Promise.all(pages)).flat().map((household) => [household._id, household]))
  const wrong = oneTooMany(present, read.entries, idOf)
  const rows = read.entries.filter((row) => !wrong.has(row))
  const errors = [...read.errors, ...[...wrong].map(errorOf)].sort((one, other) => one.row - other.row)
  const entries = new Map<string, HouseholdEntry>()
  for (const row of rows) {
    const { door, person } = row
    const entry = entries.get(idOf(row))
    if (entry) entry.persons.push(person)
    else
      entries.set(idOf(row), { id: idOf(row), ...door, persons: [person], effect: 'pending', before: null })
  }
  const effects = rows.map((row) => effectOfRow(present.get(idOf(row)) ?? null, row.person))
  // What is as it will be found needs no second writing when it is applied.
  const decided = [...entries.values()].map((entry) =>
    decideHousehold(entry, present.get(entry.id) ?? null, importId),
  )
  const groups = inBatches(decided, limits.imports.rowsPerStep, ({ persons }) => persons.length)
  const batches = groups.map((group, index) => ({
    ...headOf(communityId, importId, index),
    kind: 'roster' as const,
    entries: group,
  }))
  return { plan: { ...countsOf(effects), batches }, read: { ...read, entries: rows, errors } }
}

const errorOf = ({ row, roomTitle, door }: RosterRow): RowErrorView => ({
  ...{ row, column: roomTitle, code: 'ROOM_INVALID', value: door.room, firstRow: null },
})

/** @throws Refusal TOO_MANY_ROWS when the community would have more items than one page lists */
export async function planItems(
  rows: readonly ItemRow[],
  communityId: string,
  importId: string,
  { db, fail }: Context<'imports.stage'>,
): Promise<Plan> {
  const present = new Map((await db.list(items, allItems(communityId))).map((item) => [item.name, item]))
  const effects = rows.map(({ fields }) => effectOfItem(present.get(fields.name) ?? null, fields))
  const counts = countsOf(effects)
  if (present.size + counts.added > limits.item.perCommunity) return fail('TOO_MANY_ROWS')
  const entries = rows.map(({ row, fields, stock }): ItemEntry => {
    return { id: itemIdOf(importId, row), fields, stock, effect: 'pending', before: null }
  })
  const groups = inBatches(entries, limits.imports.rowsPerStep, () => 1)
  const batches = groups.map((group, index) => ({
    ...headOf(communityId, importId, index),
    kind: 'items' as const,
    entries: group,
  }))
  return { ...counts, batches }
}

/** The numbers go no further than this: what is kept of one is its HMAC, in the entry's id. */
export async function planBranches(
  rows: readonly BranchRow[],
  communityId: string,
  importId: string,
  { db }: Context<'imports.stage'>,
): Promise<Plan> {
  const entries = rows.map(({ name, branch, phone }): BranchEntry => {
    const id = rosterIdOf(communityId, phoneHmac(phone))
    return { id, name, branch, effect: 'pending', before: null }
  })
  const pages = pagesOf(entries.map(({ id }) => id)).map((page) => db.list(branchRoster, rosterById(page)))
  const present = new Map((await Promise.all(pages)).flat().map((entry) => [entry._id, entry]))
  const effects = entries.map((entry) => effectOfBranch(present.get(entry.id) ?? null, entry))
  const batches = inBatches(entries, limits.imports.rowsPerStep, () => 1).map((group, index) => ({
    ...headOf(communityId, importId, index),
    kind: 'branchRoster' as const,
    entries: group,
  }))
  return { ...countsOf(effects), batches }
}

const pagesOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, page) =>
    ids.slice(page * pageSize, (page + 1) * pageSize),
  )

const headOf = (communityId: string, importId: string, index: number) => ({
  _id: batchIdOf(importId, index),
  schemaVersion: 1 as const,
  communityId,
  importId,
})

/** A row of an import always makes the same item, so that applying it twice makes one. */
const itemIdOf = (importId: string, row: number): string =>
  `i_${createHash('sha256').update(`${importId}:${row}`).digest('base64url').slice(0, 22)}`

const countsOf = (effects: ReadonlyArray<'added' | 'changed' | 'unchanged'>) => ({
  added: effects.filter((effect) => effect === 'added').length,
  changed: effects.filter((effect) => effect === 'changed').length,
  unchanged: effects.filter((effect) => effect === 'unchanged').length,
})
