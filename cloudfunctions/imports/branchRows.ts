import { limits } from '../contract/limits'
import { readName, readPhone, readRequired, type Read } from './cells'
import type { branchColumns, Header } from './headers'
import { readRows, type ReadRows } from './rows'
import type { Cell, Rows } from './workbook'

/** One row of a branch roster. */
export interface BranchRow {
  row: number
  name: string
  branch: string
  phone: string
}

type Field = keyof typeof branchColumns

const nameLength = 30

/** Reads a branch roster. A member is a phone number: the second row with the same one is a duplicate. */
export function readBranchRoster(rows: Rows, header: Header<Field>): ReadRows<BranchRow> {
  const firstRows = new Map<string, number>()
  return readRows(rows, header, (reader) => {
    const branch = reader.take('branch', (cell) => readRequired(cell, limits.party.branchLength))
    const name = reader.take('personName', (cell) => readName(cell, nameLength))
    const phone = reader.take('phone', readNumber)
    if (branch === undefined || name === undefined || phone === undefined) return undefined
    const firstRow = firstRows.get(phone)
    if (firstRow) return reader.fail('phone', 'DUPLICATE_ROW', firstRow)
    firstRows.set(phone, reader.row)
    return { row: reader.row, branch, name, phone }
  })
}

/** Without its number nobody could be found on the roster. */
function readNumber(cell: Cell): Read<string> {
  const read = readPhone(cell)
  if ('code' in read) return read
  return read.value === null ? { code: 'REQUIRED' } : { value: read.value }
}
