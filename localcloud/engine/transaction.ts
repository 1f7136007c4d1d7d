import type { Change } from './changes'
import type { Line } from './lines'
import type { Collection, Row } from './store/collection'

/** What a transaction will do to one document when it commits. */
export interface PendingWrite {
  collection: Collection
  change: Change
  /** The collection's when the change was checked. */
  generation: number
}

/** A committed row that a transaction has read; it holds until the name, or the collection's memory, changes. */
interface ReadRow {
  row: Row | undefined
  batch: number
  generation: number
}

/** An open snapshot with its own writes. */
export interface Transaction {
  readonly id: string
  /** The last batch that it sees. */
  snapshot: number
  readonly expiresAt: number
  /** By the document's name, in the order of the last write to each. */
  readonly writes: Map<string, PendingWrite>
  readonly locks: Set<string>
  /** Committed rows by the document's name: those that it reads are mostly those that it writes next. */
  readonly rows: Map<string, ReadRow>
  /** Unique keys that its own writes hold, with the name of the document that does. */
  readonly keys: Map<string, string>
  committing: boolean
  /** Has read what is not on disk, or what was changed after its snapshot. */
  readAhead: boolean
  readPast: boolean
  /** Where it has its turn, or waits for it. */
  line?: Line | undefined
}

/** The name of a document among locks and in the history. */
export function documentName(collection: string, id: string): string {
  return `${collection}\0${id}`
}
