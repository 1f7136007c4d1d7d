import type { Database } from '../kit/database'
import { cases } from './caseRows'
import { households } from './householdRows'
import { participations, signUps } from './peopleRows'
import type { Cell } from './rules'
import { items, redemptions } from './shopRows'
import type { Export } from './store'
import type { Column } from './workbook'

/** What is asked for, where, and how far it is read. */
export type Reading = Pick<Export, 'communityId' | 'what' | 'cursor'>

export interface Page {
  rows: Cell[][]
  /** Documents that they come from. */
  seen: number
  /** Where the next page begins; null: there is none. */
  cursor: string | null
}

/** Where the rows of a kind come from. All that it reads is of the community. */
export interface Source {
  columns(what: Export['what']): readonly Column[]
  /** How many documents there are; one round trip. */
  count(db: Database, reading: Reading): Promise<number>
  /** The next documents, `limit` at most; one round trip, two where instants can be the same. */
  page(db: Database, reading: Reading, limit: number): Promise<Page>
  /** How the rows stand in the workbook, where that is not the order in which they are read. */
  order?(one: Cell[], other: Cell[]): number
}

const sources: Record<Export['what']['kind'], Source> = {
  households,
  cases,
  signUps,
  participations,
  redemptions,
  items,
}

export const sourceOf = ({ kind }: Export['what']): Source => sources[kind]

/** What a source of one kind is asked for. */
export function wantedOf<K extends Export['what']['kind']>(
  what: Export['what'],
  kind: K,
): Extract<Export['what'], { kind: K }> {
  if (what.kind !== kind) throw new Error(`not an export of ${kind}`)
  return what as Extract<Export['what'], { kind: K }>
}

/** A page of documents that are read in the order of one field. */
export const pageOf = <D>(
  found: readonly D[],
  limit: number,
  { rows, cursor }: { rows: (one: D) => Cell[][]; cursor: (one: D) => string },
): Page => {
  const last = found.length === limit ? found[found.length - 1] : undefined
  return { rows: found.flatMap(rows), seen: found.length, cursor: last ? cursor(last) : null }
}
