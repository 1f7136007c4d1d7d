import { strToU8, Zip, ZipDeflate } from 'fflate'
import { safeText, type Cell } from './rules'
import { fixedParts, sheetParts } from './workbookParts'

/** A column and how wide it is, in letters. */
export interface Column {
  title: string
  width: number
}

interface Book {
  columns: readonly Column[]
  rows: readonly Cell[][]
  /** The second sheet: what this is. */
  about: ReadonlyArray<[string, Cell]>
  /** When it is made: the time of its parts. */
  now: Date
}

/** Rows that are turned into markup at a time, so that a large sheet never stands in memory as one text. */
const chunk = 1_000

/**
 * An .xlsx file. Each text is a cell of the type text with the format text, so nothing that somebody wrote can be a
 * formula; written here and not by a library, which some texts break (docs/decisions/0190).
 */
export function workbookOf({ columns, rows, about, now }: Book): Buffer {
  const written: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    written.push(bytes)
  })
  const add = (path: string, texts: Iterable<string>) => {
    const file = new ZipDeflate(path, { level: 6, mtime: now } as ConstructorParameters<typeof ZipDeflate>[1])
    file.mtime = now
    zip.add(file)
    for (const text of texts) file.push(strToU8(text))
    file.push(new Uint8Array(0), true)
  }
  for (const [path, text] of Object.entries(fixedParts)) add(path, [text])
  add('xl/worksheets/sheet1.xml', sheetOf(columns, rows, true))
  add('xl/worksheets/sheet2.xml', sheetOf(aboutColumns, about, false))
  zip.end()
  return Buffer.concat(written)
}

const aboutColumns: readonly Column[] = [
  { title: '说明', width: 14 },
  { title: '', width: 50 },
]

/** The sheet in pieces: its head, rows by the thousand, its end. */
function* sheetOf(columns: readonly Column[], rows: ReadonlyArray<readonly Cell[]>, frozen: boolean) {
  yield sheetParts.begin(
    columns.map(({ width }) => width),
    frozen,
  )
  yield rowOf(
    1,
    columns.map(({ title }) => title),
    sheetParts.headStyle,
  )
  for (let start = 0; start < rows.length; start += chunk)
    yield rows
      .slice(start, start + chunk)
      .map((cells, index) => rowOf(start + index + 2, cells, sheetParts.textStyle))
      .join('')
  yield sheetParts.end
}

const rowOf = (number: number, cells: readonly Cell[], style: number): string =>
  `<row r="${number}">${cells.map((cell, index) => cellOf(`${letterOf(index)}${number}`, cell, style)).join('')}</row>`

function cellOf(reference: string, cell: Cell, style: number): string {
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if (cell === '') return ''
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(safeText(cell))}</t></is></c>`
}

/** No sheet here has more than 26 columns. */
const letterOf = (index: number): string => String.fromCharCode(65 + index)

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** What a workbook reads as the code of a letter, `_x003D_`, is written so that it stays what it was. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"\r]/g, (letter) => entities[letter] ?? letter)
