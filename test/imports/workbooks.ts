import writeExcelFile, { type SheetData } from 'write-excel-file/node'

/** The bytes of a workbook with these rows. */
export const workbookOf = async (rows: SheetData): Promise<Buffer> => (await writeExcelFile(rows)).toBuffer()

/** Rows of plain texts and numbers. */
export const plainRows = (rows: (string | number | null)[][]): SheetData =>
  rows.map((row) => row.map((value) => (value === null || value === '' ? null : { value })))
