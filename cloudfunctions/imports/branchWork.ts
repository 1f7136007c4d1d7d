import { branchRoster, rosterById, type BranchRosterEntry } from '../party/roster'
import { decideBranch } from './branchRules'
import type { MarkedBatch } from './markedWork'
import type { Batch, BranchEntry } from './store'

/** The entries of a batch on the branch roster. An undo leaves registrations as they are. */
export function branchesOf(
  batch: Extract<Batch, { kind: 'branchRoster' }>,
): MarkedBatch<BranchRosterEntry, BranchEntry> {
  const { importId, communityId, entries } = batch
  return {
    ...{ importId, entries, collection: branchRoster, byIds: rosterById },
    decide: (entry, present) => decideBranch(entry, present, importId),
    keeping: (decided) => ({ ...batch, entries: decided }),
    documentOf: ({ id, name, branch }) => ({
      ...{ _id: id, schemaVersion: 1, communityId, name, branch },
      writtenBy: importId,
    }),
    changeOf: ({ name, branch }) => ({ name, branch, writtenBy: importId }),
    restoreOf: ({ name, branch, writtenBy }) => ({ name, branch, writtenBy }),
  }
}
