import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { readList } from '../../cloudfunctions/imports/readList'
import { plainRows, workbookOf } from './workbooks'
import { zipOf } from './zips'

const sample = (name: string): Buffer => readFileSync(join(__dirname, '../../samples', `${name}.xlsx`))

const listOf = async (rows: (string | number | null)[][]) => {
  const list = await readList(await workbookOf(plainRows(rows)))
  if (typeof list === 'string') throw new Error(list)
  return list
}

const rosterHeader = ['楼栋', '单元', '房号', '姓名', '手机', '备注']

describe('a file is refused', () => {
  test('when it is an old .xls, a CSV, a picture or a page', async () => {
    const xls = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    const others = ['楼栋,单元,房号,姓名\n7,2,301,张', '\x89PNG\r\n\x1a\n', '<html><table>', 'PK']
    for (const bytes of [xls, ...others.map((text) => Buffer.from(text))]) {
      expect(await readList(bytes)).toBe('FILE_UNREADABLE')
    }
  })

  test('when it is a ZIP but no workbook', async () => {
    expect(await readList(zipOf([{ name: 'a.txt', content: Buffer.from('hello') }]))).toBe('FILE_UNREADABLE')
  })

  test('when it is cut off, at any place', async () => {
    const whole = await workbookOf(plainRows([rosterHeader, ['7', '2', '301', '张桂兰', '', '']]))
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(await readList(whole.subarray(0, Math.floor(whole.length * share)))).toBe('FILE_UNREADABLE')
    }
  })

  test('when it says that it unpacks to gigabytes', async () => {
    const bomb = zipOf([{ name: 'xl/workbook.xml', content: Buffer.from('x'), declaredSize: 3_000_000_000 }])
    expect(await readList(bomb)).toBe('FILE_UNREADABLE')
  })

  test('when it unpacks to more than it says', async () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000))
    const bomb = zipOf([{ name: 'xl/workbook.xml', content: Buffer.alloc(0), packed, declaredSize: 100 }])
    expect(await readList(bomb)).toBe('FILE_UNREADABLE')
  })

  test('when one cell lies a million rows down', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    expect(await readList(zipOf(workbookFiles(sheet)))).toBe('FILE_UNREADABLE')
  })

  test('when no row is a header that we know', async () => {
    const rows = plainRows([
      ['序号', '物品', '价格'],
      ['1', '桌子', '20'],
    ])
    expect(await readList(await workbookOf(rows))).toBe('HEADERS_UNKNOWN')
  })

  test('when a header stands over nothing', async () => {
    expect(await readList(await workbookOf(plainRows([rosterHeader])))).toBe('FILE_EMPTY')
  })

  test('when it has more rows than one import may', async () => {
    const people = Array.from({ length: 20_001 }, (_, index) => ['1', `${index + 1}`, '张伟'])
    const rows = [['楼栋', '房号', '姓名'], ...people].map((texts, index) => rowXml(index + 1, texts))
    expect(await readList(zipOf(workbookFiles(sheetXml(rows))))).toBe('TOO_MANY_ROWS')
  })
})

describe('a roster is read', () => {
  test('below a title, a note and blank rows, with the row numbers of Excel', async () => {
    const list = await listOf([
      ['平安里社区居民花名册'],
      [],
      ['填表日期：2026.11.3'],
      ['楼 号', '单元', '室', '户主姓名*', '联系电话（必填）', '备注'],
      [],
      ['7号楼', '2单元', '301', '张 桂兰', 13800000000, ''],
      rosterHeader.map(
        (_, index) => ['楼 号', '单元', '室', '户主姓名*', '联系电话（必填）', '备注'][index] ?? '',
      ),
      ['7#', '二单元', '302室', '李建国', '138-0000-0001', '党员'],
      ['合计', '2 户'],
      ['制表人：陈晓梅'],
    ])
    expect(list).toMatchObject({
      kind: 'roster',
      rows: 2,
      blankRows: 1,
      errors: [],
      entries: [
        {
          row: 6,
          door: { building: '7', unit: '2', room: '301' },
          person: { name: '张桂兰', phone: '13800000000' },
        },
        {
          row: 8,
          door: { building: '7', unit: '2', room: '302' },
          person: { phone: '13800000001', note: '党员' },
        },
      ],
    })
  })

  test('with the value of merged cells in each of their rows', async () => {
    const bytes = await workbookOf([
      rosterHeader.map((value) => ({ value })),
      [
        { value: '7号楼', rowSpan: 3 },
        { value: '2', rowSpan: 2 },
        { value: '301', rowSpan: 2 },
        { value: '张桂兰' },
      ],
      [null, null, null, { value: '李伟' }],
      [null, { value: '3' }, { value: '302' }, { value: '王芳' }],
    ])
    const list = await readList(bytes)
    const doors =
      typeof list === 'object' &&
      list.kind === 'roster' &&
      list.entries.map(({ door }) => Object.values(door).join('-'))
    expect(doors).toEqual(['7-2-301', '7-2-301', '7-3-302'])
  })

  test('names a duplicate with the first row that says the same', async () => {
    const list = await listOf([
      rosterHeader,
      ['7号楼', '2单元', '301', '张桂兰', '13800000000', ''],
      [],
      ['7#', '二', '0301', '张 桂兰', '138 0000 0000', ''],
    ])
    expect(list.errors).toEqual([
      { row: 4, column: '姓名', code: 'DUPLICATE_ROW', value: '张**', firstRow: 2 },
    ])
  })

  test('masks names, phones and identity numbers in every error', async () => {
    const list = await listOf([
      rosterHeader,
      ['7', '2', '301', '张桂兰3', '138000000001', ''],
      ['7', '2', '302', '李建国', '138 0000 000', ''],
      ['7', '2', '37108119540101002X 张桂兰', '王芳', '', ''],
    ])
    expect(JSON.stringify(list.errors)).not.toMatch(/桂兰3|\d{7}|138 0000/)
    expect(list.errors.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '2 NAME_INVALID',
      '2 PHONE_INVALID',
      '3 PHONE_INVALID',
      '4 ROOM_INVALID',
    ])
  })

  test('takes thirteen people behind one door for a wrong room number', async () => {
    const people = [...'赵钱孙李周吴郑王冯陈褚卫蒋'].map((family) => ['7', '2', '301', `${family}伟`, '', ''])
    const { errors } = await listOf([rosterHeader, ...people])
    expect(errors).toMatchObject([{ row: 14, column: '房号', code: 'ROOM_INVALID' }])
  })

  test('from whichever sheet has the list', async () => {
    const notes = sheetXml([rowXml(1, ['填表说明'])])
    const list = sheetXml([rowXml(3, ['楼栋', '房号', '姓名']), rowXml(9, ['7', '301', '张桂兰'])])
    const read = await readList(zipOf(workbookFiles(notes, list)))
    expect(read).toMatchObject({ kind: 'roster', rows: 1, blankRows: 5, entries: [{ row: 9 }] })
  })
})

describe('the samples that ship', () => {
  test('a roster of more than 3,000 households reads without an error', async () => {
    const list = await readList(sample('居民花名册-样例'))
    if (typeof list === 'string' || list.kind !== 'roster') throw new Error('no roster')
    expect(list.errors).toEqual([])
    expect(
      new Set(list.entries.map(({ door }) => Object.values(door).join('-'))).size,
    ).toBeGreaterThanOrEqual(3000)
  })

  test('a list of goods reads without an error', async () => {
    expect(await readList(sample('商品清单-样例'))).toMatchObject({ kind: 'items', rows: 11, errors: [] })
  })

  test.each([
    [
      '居民花名册-有误',
      [
        'PHONE_INVALID',
        'REQUIRED',
        'DATE_INVALID',
        'DUPLICATE_ROW',
        'NAME_INVALID',
        'ROOM_INVALID',
        'TOO_LONG',
      ],
    ],
    [
      '商品清单-有误',
      [
        'NUMBER_INVALID',
        'NUMBER_OUT_OF_RANGE',
        'REQUIRED',
        'DUPLICATE_ROW',
        'PERIOD_INVALID',
        'DATE_INVALID',
        'TOO_LONG',
      ],
    ],
  ])('%s shows each kind of mistake', async (name, codes) => {
    const list = await readList(sample(name))
    if (typeof list === 'string') throw new Error(list)
    expect(new Set(list.errors.map(({ code }) => code))).toEqual(new Set(codes))
  })
})

/** The parts of a workbook that hold its sheets, written by hand. */
function workbookFiles(...sheets: string[]) {
  const names = sheets.map(
    (_, index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  }
  return Object.entries(parts).map(([name, xml]) => ({ name, content: Buffer.from(xml) }))
}

const sheetXml = (rows: string[]): string => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`

const rowXml = (row: number, texts: string[]): string => {
  const cells = texts.map(
    (text, column) => `<c r="${'ABCDEF'[column]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  )
  return `<row r="${row}">${cells.join('')}</row>`
}
