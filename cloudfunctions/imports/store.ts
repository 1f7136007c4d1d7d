import { z } from 'zod'
import { CommunityId, ImportId, Instant, ItemId } from '../contract/fields'
import { ImportKind, ImportState, RowError } from '../contract/imports'
import { limits } from '../contract/limits'
import { LimitPeriod } from '../contract/points'
import { Household, Person } from '../community/roster'
import { collection } from '../kit/collection'
import { BranchRosterEntry } from '../party/roster'
import { TerritoryNode } from '../territory/post'

/** One uploaded list: what was read, how far it is applied. */
const Import = z.object({
  _id: ImportId,
  schemaVersion: z.literal(1),
  inputHash: z.string(),
  communityId: CommunityId,
  kind: ImportKind,
  fileName: z.string(),
  state: ImportState,
  stagedAt: Instant,
  /** When its batches were removed and the errors of its rows with them; absent before. */
  rowsGoneAt: Instant.optional(),
  rows: z.int(),
  blankRows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  erroneous: z.int(),
  errors: z.array(RowError).max(limits.imports.errorsShown),
  /** Rows that apply, or undo, has handled and has to handle in all. */
  done: z.int(),
  toDo: z.int(),
  batches: z.int(),
  /** Batches before this one are applied; while undoing, those from this one on are put back. */
  nextBatch: z.int(),
  /** Until when one call has the import for itself; null while nobody works on it. */
  busyUntil: Instant.nullable(),
  timeline: z.array(z.object({ event: z.string(), at: Instant, actor: z.string() })).max(8),
})

/** What a step found and did with one entry: nothing yet, nothing to do, a new document, a changed one. */
const Effect = z.enum(['pending', 'none', 'added', 'changed'])

const HouseholdEntry = z.object({
  id: z.string(),
  building: z.string(),
  unit: z.string(),
  room: z.string(),
  /** Those of the file; one row each. */
  persons: z.array(Person).min(1),
  effect: Effect,
  /** The household as it was before; null when there was none. */
  before: Household.nullable(),
})

/** The fields of an item that a list can change. */
const ItemFields = z.object({
  name: z.string(),
  description: z.string(),
  costPoints: z.int(),
  limitPerPerson: z.int(),
  limitPeriod: LimitPeriod,
  pickupPlace: z.string(),
  pickupHours: z.string(),
  photoId: z.string().nullable(),
})

const ItemEntry = z.object({
  id: ItemId,
  fields: ItemFields,
  /** Of a new item; what an item has left is never changed by a list. */
  stock: z.int(),
  effect: Effect,
  before: ItemFields.extend({ id: ItemId, version: z.int() }).nullable(),
})

/** Of the phone only what the id holds. */
const BranchEntry = z.object({
  id: z.string(),
  name: z.string(),
  branch: z.string(),
  effect: Effect,
  before: BranchRosterEntry.nullable(),
})

/** What the list says of one building, and in how many rows. */
const TerritoryEntry = z.object({
  compound: z.string(),
  building: z.string(),
  units: z.array(z.string()),
  governance: z.string().nullable(),
  construction: z.string().nullable(),
  rows: z.int().min(1),
})

/** Each node that a batch wrote, as it was (null: it was not) and as it is after. */
const TerritoryWritten = z.object({ before: TerritoryNode.nullable(), after: TerritoryNode })

const batchOf = { _id: z.string(), schemaVersion: z.literal(1), communityId: CommunityId, importId: ImportId }

/** Up to `rowsPerStep` rows of an import, with what was there before: what one call handles. */
const Batch = z.discriminatedUnion('kind', [
  z.object({ ...batchOf, kind: z.literal('roster'), entries: z.array(HouseholdEntry) }),
  z.object({ ...batchOf, kind: z.literal('items'), entries: z.array(ItemEntry) }),
  z.object({ ...batchOf, kind: z.literal('branchRoster'), entries: z.array(BranchEntry) }),
  z.object({
    ...{ ...batchOf, kind: z.literal('territory'), entries: z.array(TerritoryEntry) },
    /** null until it is applied, and once it was taken back. */
    wrote: z.array(TerritoryWritten).nullable(),
  }),
])

export type Import = z.infer<typeof Import>
export type Batch = z.infer<typeof Batch>
export type HouseholdEntry = z.infer<typeof HouseholdEntry>
export type ItemEntry = z.infer<typeof ItemEntry>
export type TerritoryEntry = z.infer<typeof TerritoryEntry>
export type BranchEntry = z.infer<typeof BranchEntry>

export const imports = collection<Import>('imports', Import)
export const batches = collection<Batch>('import_batches', Batch)

/** `<importId>:0000` */
export const batchIdOf = (importId: string, index: number): string =>
  `${importId}:${String(index).padStart(4, '0')}`
