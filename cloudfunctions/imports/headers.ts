import { plain } from './cells'
import type { Cell, Rows } from './workbook'

/** The columns of a kind of workbook: what offices call them, and whether it can be read without. */
export type Columns<Field extends string> = Record<Field, { names: readonly string[]; isRequired: boolean }>

/** Where the list begins, and in which column each field stands. */
export interface Header<Field extends string> {
  /** Index of the header row. */
  row: number
  columns: Partial<Record<Field, number>>
  /** The header as the file has it. */
  titles: Partial<Record<Field, string>>
}

export const rosterColumns = {
  building: { names: ['楼栋', '楼栋号', '楼号', '楼', '幢', '幢号', '栋', '栋号', '楼幢'], isRequired: true },
  unit: { names: ['单元', '单元号'], isRequired: false },
  room: {
    names: ['房号', '房间号', '室', '室号', '门牌', '门牌号', '房间', '户号', '房屋号'],
    isRequired: true,
  },
  personName: { names: ['姓名', '户主', '户主姓名', '居民姓名', '住户姓名'], isRequired: true },
  phone: {
    names: ['手机', '电话', '联系电话', '手机号码', '手机号', '联系方式', '电话号码'],
    isRequired: false,
  },
  movedInOn: { names: ['入住日期', '入住时间'], isRequired: false },
  note: { names: ['备注', '说明'], isRequired: false },
} as const satisfies Columns<string>

export const itemColumns = {
  name: { names: ['商品名称', '名称', '商品', '品名'], isRequired: true },
  costPoints: { names: ['所需积分', '积分', '兑换积分', '积分值', '分值'], isRequired: true },
  stock: { names: ['库存', '数量', '库存数量'], isRequired: true },
  limitPerPerson: { names: ['每人限兑', '限兑', '每人限兑数量', '限兑数量'], isRequired: false },
  limitPeriod: { names: ['限兑周期', '周期'], isRequired: false },
  pickupPlace: { names: ['领取地点', '兑换地点', '地点'], isRequired: true },
  pickupHours: { names: ['领取时间', '兑换时间', '时间'], isRequired: true },
  availableFrom: { names: ['上架日期', '上架时间'], isRequired: false },
  description: { names: ['说明', '备注', '商品说明', '描述'], isRequired: false },
} as const satisfies Columns<string>

export const branchColumns = {
  branch: {
    names: ['支部', '所在支部', '党支部', '所在党支部', '支部名称', '所属支部', '党组织', '所在党组织'],
    isRequired: true,
  },
  personName: { names: ['姓名', '党员姓名'], isRequired: true },
  phone: { names: rosterColumns.phone.names, isRequired: true },
} as const satisfies Columns<string>

/** What only a list of people has. */
export const roomColumns = { room: rosterColumns.room } as const satisfies Columns<string>

export const territoryColumns = {
  compound: { names: ['小区', '小区名称', '所属小区', '所在小区'], isRequired: true },
  building: { names: rosterColumns.building.names, isRequired: true },
  units: { names: ['单元数', '单元数量', '单元个数'], isRequired: false },
  unit: { names: rosterColumns.unit.names, isRequired: false },
  governance: { names: ['治理网格', '网格', '网格名称', '所属网格', '社会治理网格'], isRequired: false },
  construction: { names: ['建管网格', '建设管理网格', '城管网格'], isRequired: false },
} as const satisfies Columns<string>

/** Titles, notes and dates stand above the header; more than this is another kind of document. */
const searchedRows = 20

/** The first row that names all required columns; null when none of the first rows does. */
export function findHeader<Field extends string>(rows: Rows, columns: Columns<Field>): Header<Field> | null {
  for (const [index, row] of rows.slice(0, searchedRows).entries()) {
    const header = headerOf(row, index, columns)
    const fields = Object.keys(columns) as Field[]
    if (fields.every((field) => !columns[field].isRequired || header.columns[field] !== undefined))
      return header
  }
  return null
}

/** Whether a row repeats the header, as printed lists do on each page. */
export const isHeaderAgain = <Field extends string>(row: readonly Cell[], header: Header<Field>): boolean =>
  (Object.keys(header.columns) as Field[]).every(
    (field) => titleOf(row[header.columns[field] ?? -1] ?? null) === header.titles[field],
  )

function headerOf<Field extends string>(
  row: readonly Cell[],
  index: number,
  columns: Columns<Field>,
): Header<Field> {
  const header: Header<Field> = { row: index, columns: {}, titles: {} }
  for (const [column, cell] of row.entries()) {
    const title = titleOf(cell)
    const name = nameOf(title)
    const field = (Object.keys(columns) as Field[]).find((one) => columns[one].names.includes(name))
    // Of two columns with the same meaning the left one counts.
    if (!field || header.columns[field] !== undefined) continue
    header.columns[field] = column
    header.titles[field] = title
  }
  return header
}

const titleOf = (cell: Cell): string => plain(cell).slice(0, 30)

/** 「联 系 电 话（必填）*」 is called 联系电话. */
const nameOf = (title: string): string => title.replace(/[(（【[].*$/u, '').replace(/[\s*＊:：]/gu, '')
