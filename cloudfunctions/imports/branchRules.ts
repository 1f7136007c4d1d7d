import type { BranchRosterEntry } from '../party/roster'
import type { BranchEntry } from './store'

type Says = Pick<BranchRosterEntry, 'name' | 'branch'>

/** What a row does to the entry of that number as it is now. */
export function effectOfBranch(present: Says | null, listed: Says): 'added' | 'changed' | 'unchanged' {
  if (!present) return 'added'
  return same(present, listed) ? 'unchanged' : 'changed'
}

/** What applying has to do with an entry; one that this import has written stays as it is. */
export function decideBranch(
  entry: BranchEntry,
  present: BranchRosterEntry | null,
  importId: string,
): BranchEntry {
  if (present?.writtenBy === importId) return entry
  if (!present) return { ...entry, effect: 'added', before: null }
  return { ...entry, effect: same(present, entry) ? 'none' : 'changed', before: present }
}

const same = (one: Says, other: Says): boolean => one.name === other.name && one.branch === other.branch
