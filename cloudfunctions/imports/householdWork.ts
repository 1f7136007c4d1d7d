import { households, householdsById, type Household } from '../community/roster'
import { decideHousehold, mergedPersons } from './householdRules'
import type { MarkedBatch } from './markedWork'
import type { Batch, HouseholdEntry } from './store'

/** The households of a batch: nobody is struck off, and an undo gives back the persons that there were. */
export function householdsOf(
  batch: Extract<Batch, { kind: 'roster' }>,
  now: Date,
): MarkedBatch<Household, HouseholdEntry> {
  const { importId, communityId, entries } = batch
  const written = { writtenBy: importId, writtenAt: now.toISOString() }
  return {
    ...{ importId, entries, collection: households, byIds: householdsById },
    decide: (entry, present) => decideHousehold(entry, present, importId),
    keeping: (decided) => ({ ...batch, entries: decided }),
    documentOf: ({ id, building, unit, room, persons }) => ({
      ...{ _id: id, schemaVersion: 1, communityId, building, unit, room, persons },
      ...written,
    }),
    changeOf: ({ persons }, before) => ({ persons: mergedPersons(before.persons, persons), ...written }),
    restoreOf: ({ persons, writtenBy, writtenAt }) => ({ persons, writtenBy, writtenAt }),
  }
}
