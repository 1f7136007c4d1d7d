/** A merged range, rows and columns counted from 0, both ends included. */
export interface MergedRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** Beyond this a sheet is not a list that somebody keeps; a single far cell would cost gigabytes to read. */
const furthest = { row: 100_000, column: 200 }

/** Paths of the sheets in the order in which Excel shows them. */
export function sheetPaths(workbookXml: string, relationsXml: string): string[] {
  const targets = new Map(
    [...relationsXml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  return [...workbookXml.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, '\\w+:id')) ?? ''
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`
  })
}

/** The merged ranges of a sheet. */
export const mergedRanges = (sheetXml: string): MergedRange[] =>
  [...sheetXml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, left = '', top, right = '', bottom]) => ({
      top: Number(top) - 1,
      left: columnOf(left),
      bottom: Number(bottom) - 1,
      right: columnOf(right),
    }),
  )

/** Whether the sheet is small enough to be read, by the addresses of its cells and rows. */
export function isReadable(sheetXml: string): boolean {
  for (const [, row] of sheetXml.matchAll(/<(?:\w+:)?row\b[^>]*?\br="(\d+)"/g)) {
    if (Number(row) > furthest.row) return false
  }
  for (const [, column = '', row] of sheetXml.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"/g)) {
    if (Number(row) > furthest.row || columnOf(column) >= furthest.column) return false
  }
  return true
}

/** A → 0, Z → 25, AA → 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? ''
