import { buildingKey } from '../community/rules'
import { limits } from '../contract/limits'
import { compact, readInteger, readText, type Read } from './cells'
import type { Header, territoryColumns } from './headers'
import { readRows, type ReadRows, type RowReader } from './rows'
import type { Cell, Rows } from './workbook'

/** One row: a building, or one of its units. */
export interface TerritoryRow {
  row: number
  compound: string
  building: string
  /** Units that the row speaks of, in the order of their numbers. */
  units: string[]
  /** The grid of each layer; null where the row says nothing of it. */
  governance: string | null
  construction: string | null
  /** The headers, as the file has them. */
  titles: Header<Field>['titles']
}

type Field = keyof typeof territoryColumns
type Reader = RowReader<Field>

const { territory: max } = limits

/**
 * Reads a list of buildings. Each has a row, or one for each of its units; what they say of its compound and its grids
 * must be the same, where they say anything.
 */
export function readTerritory(rows: Rows, header: Header<Field>): ReadRows<TerritoryRow> {
  const firsts = new Map<string, TerritoryRow>()
  const seen = new Map<string, number>()
  return readRows(rows, header, (reader) => {
    const read = readOne(reader, header.titles)
    if (!read) return undefined
    const building = buildingKey(read.building)
    const first = firsts.get(building) ?? read
    for (const field of ['compound', 'governance', 'construction'] as const)
      if (contradict(first[field], read[field])) return reader.fail(field, 'CONTRADICTS', first.row)
    const isUnit = reader.cell('units') === null && read.units.length === 1
    const key = isUnit ? `${building}-${buildingKey(read.units[0] ?? '')}` : building
    const firstRow = seen.get(key)
    if (firstRow) return reader.fail(isUnit ? 'unit' : 'building', 'DUPLICATE_ROW', firstRow)
    seen.set(key, read.row)
    firsts.set(building, withMore(first, read))
    return read
  })
}

const contradict = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other

/** What the rows of a building have said so far. */
const withMore = (first: TerritoryRow, read: TerritoryRow): TerritoryRow => ({
  ...first,
  governance: first.governance ?? read.governance,
  construction: first.construction ?? read.construction,
})

function readOne(reader: Reader, titles: TerritoryRow['titles']): TerritoryRow | undefined {
  const compound = reader.take('compound', (cell) => readName(cell, limits.case.compoundLength))
  const building = reader.take('building', (cell) => readNumbered(cell, '号楼'))
  const units = unitsOf(reader)
  const governance = reader.take('governance', (cell) => readText(cell, max.nameLength))
  const construction = reader.take('construction', (cell) => readText(cell, max.nameLength))
  if (compound === undefined || building === undefined || units === undefined) return undefined
  if (governance === undefined || construction === undefined) return undefined
  const { row } = reader
  return {
    ...{ row, titles, compound, building, units },
    ...{ governance: governance || null, construction: construction || null },
  }
}

/** So many units, or the one that the row is about; none where the list has neither. */
function unitsOf(reader: Reader): string[] | undefined {
  if (compact(reader.cell('units')) !== '') {
    const count = reader.take('units', (cell) => readInteger(cell, 0, max.units))
    return count === undefined ? undefined : Array.from({ length: count }, (_, index) => `${index + 1} 单元`)
  }
  if (compact(reader.cell('unit')) === '') return []
  const unit = reader.take('unit', (cell) => readNumbered(cell, '单元'))
  return unit === undefined ? undefined : [unit]
}

function readName(cell: Cell, maxLength: number): Read<string> {
  const read = readText(cell, maxLength)
  return 'value' in read && read.value === '' ? { code: 'REQUIRED' } : read
}

/** 「7」「7号楼」「七栋」 is called 7 号楼; what has no number keeps its name. A date, which Excel makes of 7-2, is none. */
function readNumbered(cell: Cell, counted: '号楼' | '单元'): Read<string> {
  if (cell instanceof Date) return { code: 'NUMBER_INVALID' }
  const read = readName(cell, limits.case.buildingLength)
  if ('code' in read) return read
  const key = buildingKey(read.value)
  return { value: /^[A-Z0-9]{1,6}$/.test(key) ? `${key} ${counted}` : read.value }
}
