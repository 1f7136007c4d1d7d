import type { z } from 'zod'
import type { RowError } from '../contract/imports'
import { grouped, maskedName, maskedPhone, ungrouped } from '../community/rules'
import { plain, type Read, type RowErrorCode } from './cells'
import { isHeaderAgain, type Header } from './headers'
import type { Cell, Rows } from './workbook'

export type RowErrorView = z.output<typeof RowError>

/** What reading a list gave: the entries that were understood, and what is wrong with the other rows. */
export interface ReadRows<Entry> {
  entries: Entry[]
  /** At most one for each column of a row, in the order of the rows. */
  errors: RowErrorView[]
  /** Rows that hold something. */
  rows: number
  blankRows: number
}

/** One row of a list, asked field by field; whatever cannot be read is remembered as an error. */
export interface RowReader<Field extends string> {
  /** The number that Excel shows. */
  row: number
  cell(field: Field): Cell
  /** The value, or undefined after the error was noted. */
  take<Value>(field: Field, read: (cell: Cell) => Read<Value>): Value | undefined
  fail(field: Field, code: RowErrorCode, firstRow?: number): undefined
}

/** Reads all rows below the header; `read` gives an entry, or undefined after it has noted an error. */
export function readRows<Field extends string, Entry>(
  rows: Rows,
  header: Header<Field>,
  read: (reader: RowReader<Field>) => Entry | undefined,
): ReadRows<Entry> {
  const result: ReadRows<Entry> = { entries: [], errors: [], rows: 0, blankRows: 0 }
  for (const [index, cells] of rows.entries()) {
    if (index <= header.row) continue
    if (isBlank(cells)) result.blankRows += 1
    else if (!isFooter(cells) && !isHeaderAgain(cells, header)) {
      result.rows += 1
      const entry = read(readerOf(cells, index + 1, header, result.errors))
      if (entry !== undefined) result.entries.push(entry)
    }
  }
  result.blankRows -= trailingBlanks(rows)
  return result
}

function readerOf<Field extends string>(
  cells: Cell[],
  row: number,
  header: Header<Field>,
  errors: RowErrorView[],
): RowReader<Field> {
  const cell = (field: Field): Cell => cells[header.columns[field] ?? -1] ?? null
  const fail = (field: Field, code: RowErrorCode, firstRow?: number): undefined => {
    const column = header.titles[field] ?? ''
    errors.push({ row, column, code, value: shown(field, cell(field)), firstRow: firstRow ?? null })
  }
  return {
    row,
    cell,
    fail,
    take: (field, read) => {
      const outcome = read(cell(field))
      return 'value' in outcome ? outcome.value : fail(field, outcome.code)
    },
  }
}

const isBlank = (cells: readonly Cell[]): boolean => cells.every((cell) => plain(cell) === '')

/** Lines under a list: sums, who made it, notes. */
const isFooter = (cells: readonly Cell[]): boolean =>
  /^(合计|总计|小计|共计|制表|填表|审核|注[:：]|备注[:：])/.test(
    plain(cells.find((cell) => plain(cell) !== '') ?? null),
  )

/** Formatted but empty rows after the end of the list are nothing that a person left blank. */
function trailingBlanks(rows: Rows): number {
  let count = 0
  while (count < rows.length && isBlank(rows.at(-1 - count) ?? [])) count += 1
  return count
}

const shownLength = 24

const longNumber = new RegExp(grouped(String.raw`\d`, '{6,}'), 'g')

/** What stood in the cell, shortened; names and numbers that may be a phone or an identity card are masked. */
function shown(field: string, cell: Cell): string {
  const text = plain(cell)
  if (text === '') return ''
  if (field === 'personName') return maskedName(text)
  const masked = text.replace(longNumber, (found) => {
    const digits = ungrouped(found)
    return digits.length === 11 ? maskedPhone(digits) : `${digits.slice(0, 3)}****${digits.slice(-2)}`
  })
  return masked.length > shownLength ? `${masked.slice(0, shownLength)}…` : masked
}
