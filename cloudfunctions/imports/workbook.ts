import readXlsxFile from 'read-excel-file/universal'
import { isReadable, mergedRanges, sheetPaths, type MergedRange } from './sheetXml'
import { unzip } from './zip'

/** What stands in a cell. Dates come as UTC midnight of the day that Excel shows. */
export type Cell = string | number | boolean | Date | null

/** Rows of a sheet from its first one on, blank rows included: the index plus one is the number in Excel. */
export type Rows = Cell[][]

/**
 * Reads an .xlsx file: all sheets in order, values of merged cells repeated in each of them.
 * @returns null when it is no workbook that can be read
 */
export async function readWorkbook(bytes: Buffer): Promise<Rows[] | null> {
  const files = unzip(bytes)
  const textOf = (path: string): string => files?.get(path)?.toString('utf8') ?? ''
  const paths = sheetPaths(textOf('xl/workbook.xml'), textOf('xl/_rels/workbook.xml.rels'))
  const sheetXmls = paths.map(textOf)
  if (sheetXmls.length === 0 || !sheetXmls.every(isReadable)) return null
  const sheets = await valuesOf(bytes)
  return sheets?.map((rows, index) => fillMerged(rows, mergedRanges(sheetXmls[index] ?? ''))) ?? null
}

async function valuesOf(bytes: Buffer): Promise<Rows[] | null> {
  const { buffer, byteOffset, byteLength } = bytes
  try {
    const sheets = await readXlsxFile(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer)
    // The library's types name the class of dates where it gives a date.
    return sheets.map(({ data }) => data as Rows)
  } catch {
    // The library has many errors for files that are no workbooks; to a reader they are all the same.
    return null
  }
}

/** Excel keeps a merged range's value in its first cell; people mean it for each cell. */
function fillMerged(rows: Rows, ranges: MergedRange[]): Rows {
  for (const { top, left, bottom, right } of ranges) {
    const value = rows[top]?.[left] ?? null
    for (const cells of rows.slice(top, bottom + 1)) cells.fill(value, left, right + 1)
  }
  return rows
}
