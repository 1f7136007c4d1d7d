import { limits } from '../contract/limits'
import type { ItemFields } from '../points/catalogue'
import { compact, readDay, readInteger, readRequired, type Read } from './cells'
import type { Header, itemColumns } from './headers'
import { readRows, type ReadRows, type RowReader } from './rows'
import type { Cell, Rows } from './workbook'

/** One row of a list of goods. */
export interface ItemRow {
  row: number
  fields: ItemFields
  stock: number
}

type Field = keyof typeof itemColumns

const { item } = limits

/** Reads a list of goods. An item is its name: the second row with the same one is a duplicate. */
export function readItems(rows: Rows, header: Header<Field>): ReadRows<ItemRow> {
  const firstRows = new Map<string, number>()
  return readRows(rows, header, (reader) => {
    const entry = readOne(reader)
    if (!entry) return undefined
    const firstRow = firstRows.get(entry.fields.name)
    if (firstRow) return reader.fail('name', 'DUPLICATE_ROW', firstRow)
    firstRows.set(entry.fields.name, entry.row)
    return entry
  })
}

function readOne(reader: RowReader<Field>): ItemRow | undefined {
  const read = {
    name: reader.take('name', (cell) => readRequired(cell, item.nameLength)),
    costPoints: reader.take('costPoints', (cell) =>
      readInteger(cell, item.minCostPoints, item.maxCostPoints),
    ),
    stock: reader.take('stock', (cell) => readInteger(cell, 0, item.maxStock)),
    limitPerPerson: reader.take('limitPerPerson', readLimit),
    limitPeriod: reader.take('limitPeriod', readPeriod),
    pickupPlace: reader.take('pickupPlace', (cell) => readRequired(cell, item.pickupPlaceLength)),
    pickupHours: reader.take('pickupHours', (cell) => readRequired(cell, item.pickupHoursLength)),
    availableFrom: reader.take('availableFrom', readDay),
    description: reader.take('description', readDescription),
  }
  if (!isComplete(read)) return undefined
  const { stock, availableFrom, description, ...fields } = read
  const lines = [description, availableFrom ? `上架日期：${availableFrom}` : ''].filter(Boolean)
  return { row: reader.row, stock, fields: { ...fields, description: lines.join('\n'), photoId: null } }
}

const isComplete = <Values extends Record<string, unknown>>(
  values: Values,
): values is { [Key in keyof Values]: Exclude<Values[Key], undefined> } =>
  Object.values(values).every((value) => value !== undefined)

/** 「上架日期：2026-11-03」 and its line break. */
const availableFromLength = 16

const readDescription = (cell: Cell): Read<string> => {
  const text = readRequired(cell, item.descriptionLength - availableFromLength)
  return 'code' in text && text.code === 'REQUIRED' ? { value: '' } : text
}

/** One each where the list says nothing. */
function readLimit(cell: Cell): Read<number> {
  const text = compact(cell)
  if (text === '') return { value: 1 }
  return text === '不限' ? { value: item.maxPerPerson } : readInteger(cell, 1, item.maxPerPerson)
}

const periods: Record<ItemFields['limitPeriod'], readonly string[]> = {
  month: ['', '月', '每月', '按月', '一个月'],
  quarter: ['季', '季度', '每季', '每季度', '按季'],
  always: ['不限', '不限期', '长期', '永久', '总共', '一次', '累计'],
}

function readPeriod(cell: Cell): Read<ItemFields['limitPeriod']> {
  const text = compact(cell)
  for (const period of ['month', 'quarter', 'always'] as const) {
    if (periods[period].includes(text)) return { value: period }
  }
  return { code: 'PERIOD_INVALID' }
}
