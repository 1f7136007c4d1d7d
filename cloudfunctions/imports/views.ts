import type { Output } from '../contract'
import type { Import } from './store'

type Report = Output<'imports.show'>

/** An import as the community's workers see it: rows with errors, masked when they were read. */
export const reportView = (found: Import): Report => ({ ...summaryView(found), errors: found.errors })

/** A line of the list of imports. */
export const summaryView = (found: Import): Omit<Report, 'errors'> => ({
  id: found._id,
  communityId: found.communityId,
  kind: found.kind,
  fileName: found.fileName,
  state: found.state,
  stagedAt: found.stagedAt,
  rowsGoneAt: found.rowsGoneAt ?? null,
  rows: found.rows,
  blankRows: found.blankRows,
  added: found.added,
  changed: found.changed,
  unchanged: found.unchanged,
  erroneous: found.erroneous,
  done: found.done,
  toDo: found.toDo,
})
