import { limits } from '../contract/limits'
import { readBranchRoster, type BranchRow } from './branchRows'
import {
  branchColumns,
  findHeader,
  itemColumns,
  roomColumns,
  rosterColumns,
  territoryColumns,
} from './headers'
import { readItems, type ItemRow } from './itemRows'
import { readRoster, type RosterRow } from './rosterRows'
import type { ReadRows } from './rows'
import { readTerritory, type TerritoryRow } from './territoryRows'
import { readWorkbook, type Rows } from './workbook'

/** A workbook as one of the lists that we take. */
export type List =
  | ({ kind: 'roster' } & ReadRows<RosterRow>)
  | ({ kind: 'items' } & ReadRows<ItemRow>)
  | ({ kind: 'branchRoster' } & ReadRows<BranchRow>)
  | ({ kind: 'territory' } & ReadRows<TerritoryRow>)

/** Reads an .xlsx file: the first sheet with a header that we know; or says why there is no list in it. */
export async function readList(
  bytes: Buffer,
): Promise<List | 'FILE_UNREADABLE' | 'HEADERS_UNKNOWN' | 'TOO_MANY_ROWS' | 'FILE_EMPTY'> {
  const sheets = await readWorkbook(bytes)
  if (!sheets) return 'FILE_UNREADABLE'
  if (sheets.every((rows) => rows.length === 0)) return 'FILE_EMPTY'
  const list = sheets.map(listOf).find((found) => found !== null)
  if (!list) return 'HEADERS_UNKNOWN'
  if (list.rows > limits.imports.rows) return 'TOO_MANY_ROWS'
  return list.rows === 0 ? 'FILE_EMPTY' : list
}

function listOf(rows: Rows): List | null {
  const roster = findHeader(rows, rosterColumns)
  if (roster) return { kind: 'roster', ...readRoster(rows, roster) }
  const items = findHeader(rows, itemColumns)
  if (items) return { kind: 'items', ...readItems(rows, items) }
  const branches = findHeader(rows, branchColumns)
  if (branches) return { kind: 'branchRoster', ...readBranchRoster(rows, branches) }
  const territory = findHeader(rows, territoryColumns)
  // With rooms in it, it is a roster that lacks something, and not a list of buildings.
  if (!territory || findHeader(rows, roomColumns)) return null
  return { kind: 'territory', ...readTerritory(rows, territory) }
}
