import type { KeyRange } from '../query/bounds'
import type { Box } from './box'

/**
 * Cells that halve the world in both directions at each level: a cell's name is one digit for each level, so the
 * names of all cells inside of it begin with its own. At the last level a cell is about 38 m wide at the equator.
 */
const LAST_LEVEL = 20

/** In so many cells a shape is listed at most, and so many an area is looked for in. */
const MAX_CELLS_LISTED = 4
const MAX_CELLS_SOUGHT = 32

/** Ends a cell's name, so that a cell is told from those inside of it. */
const END = 0x00
const AFTER_DIGITS = 0x3f
/** Set a little aside, so that rounding at an edge loses nothing. */
const MARGIN = 1e-7

/** The keys under which the index lists what the box covers. */
export function keysOfBox(box: Box): Buffer[] {
  return cellsOf(box, MAX_CELLS_LISTED).map((name) => Buffer.from([...Buffer.from(name, 'latin1'), END]))
}

/** The ranges of keys of all that may meet the box: its cells, what is inside of them, and what they are inside of. */
export function rangesOfBox(box: Box): KeyRange[] {
  const cells = cellsOf(box, MAX_CELLS_SOUGHT)
  const around = new Set(cells.flatMap((name) => [...name].map((_, i) => name.slice(0, i))))
  return [
    ...cells.map((name) => rangeOf(name, AFTER_DIGITS)),
    ...[...around].map((name) => rangeOf(name, END + 1)),
  ]
}

/** The range of all keys. */
export const everywhere: KeyRange = { low: Buffer.alloc(0), high: Buffer.from([0xff]) }

function rangeOf(name: string, end: number): KeyRange {
  const low = Buffer.from(name, 'latin1')
  return { low, high: Buffer.from([...low, end]) }
}

/** The smallest cells of one level that cover the box and are at most so many. */
function cellsOf(box: Box, most: number): string[] {
  for (let level = LAST_LEVEL; level > 0; level--) {
    const size = 2 ** level
    const [west, east] = [
      place(box.west + 180 - MARGIN, 360, size),
      place(box.east + 180 + MARGIN, 360, size),
    ]
    const [south, north] = [
      place(box.south + 90 - MARGIN, 180, size),
      place(box.north + 90 + MARGIN, 180, size),
    ]
    if ((east - west + 1) * (north - south + 1) <= most) return names(level, west, east, south, north)
  }
  return ['']
}

function place(degrees: number, whole: number, size: number): number {
  return Math.max(0, Math.min(size - 1, Math.floor((degrees / whole) * size)))
}

function names(level: number, west: number, east: number, south: number, north: number): string[] {
  const found: string[] = []
  for (let x = west; x <= east; x++) for (let y = south; y <= north; y++) found.push(nameOf(level, x, y))
  return found
}

function nameOf(level: number, x: number, y: number): string {
  let name = ''
  for (let bit = level - 1; bit >= 0; bit--) name += String(((x >> bit) & 1) * 2 + ((y >> bit) & 1))
  return name
}
