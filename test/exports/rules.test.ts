import fc from 'fast-check'
import readXlsxFile from 'read-excel-file/universal'
import { ExportState } from '@contract/exports'
import { aboutOf, cutTo, safeText, whyNotDays, withoutNumbers } from '../../cloudfunctions/exports/rules'
import {
  exportMoves,
  isMade,
  movedExport,
  type ExportMover,
  type ExportState as State,
} from '../../cloudfunctions/exports/states'
import { fileNameOf } from '../../cloudfunctions/exports/views'
import { workbookOf } from '../../cloudfunctions/exports/workbook'

const by = (who: ExportMover) => ({ who, actor: 'm', at: '2026-11-29T00:00:00.000Z' })
const events = Object.keys(exportMoves) as Array<keyof typeof exportMoves>

describe('[P5] the states of an export', () => {
  it.each(events)('%s happens from its states alone, and by nobody else', (event) => {
    for (const state of ExportState.options)
      for (const who of ['asker', 'timer'] as const) {
        const moved = movedExport({ state, timeline: [] }, event, by(who))
        const allowed = exportMoves[event].from.includes(state) && exportMoves[event].who === who
        expect(moved?.state ?? null).toBe(allowed ? exportMoves[event].to : null)
      }
  })

  it('nothing leads out of one that is gone or has failed', () => {
    for (const state of ['expired', 'failed'] as const)
      for (const event of events) expect(movedExport({ state, timeline: [] }, event, by('asker'))).toBeNull()
  })

  it('a step that goes on adds no row, so that none outgrows its document', () => {
    const timeline = [{ event: 'build' as const, at: 'a', actor: 'm' }]
    expect(movedExport({ state: 'building', timeline }, 'build', by('asker'))?.timeline).toEqual(timeline)
  })

  it('there is a workbook when it is ready, and still when it was fetched', () =>
    expect(ExportState.options.filter((state: State) => isMade(state))).toEqual(['ready', 'fetched']))
})

describe('[P5] what is in a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 138', "'+86 138"],
    ['-1', "'-1"],
    ['@a', "'@a"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\u0000=1', "'=1"],
    ['1=1', '1=1'],
  ])('%j is written as %j', (text, safe) => expect(safeText(text)).toBe(safe))

  it.each([
    ['13812342241', '138****2241'],
    ['电话13812342241，微信同号', '电话138****2241，微信同号'],
    ['138 1234 2241', '138****2241'],
    ['电话：138-1234-2241。', '电话：138****2241。'],
    ['2026-11-20 138 1234 2241', '2026-11-20 138****2241'],
    ['+8613812342241', '+86138****2241'],
    ['13812342241 13912342241', '138****2241 139****2241'],
    ['371002 19900101 123X', '371002********123X'],
    ['7-2-301，2026-11-20', '7-2-301，2026-11-20'],
    ['371002199001011234', '371002********1234'],
    ['261121-48213', '261121-48213'],
    ['138123422411', '138123422411'],
  ])('of %j stays %j when masked', (text, shown) => expect(withoutNumbers(text)).toBe(shown))

  it('any text comes back out of the workbook as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 8 }),
        async (texts) => {
          const book = workbookOf({
            columns: [{ title: '一', width: 8 }],
            rows: texts.map((text) => [`字${text}字`]),
            about: [],
            now: new Date(),
          })
          const [sheet] = await readXlsxFile(new Uint8Array(book).buffer)
          expect(sheet?.data.slice(1).map(([cell]) => cell)).toEqual(
            texts.map((text) => safeText(`字${text}字`)),
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  it('a name on a computer holds nothing that a file system minds', () =>
    expect(fileNameOf({ what: { kind: 'items' }, subject: '../a\\b:c' })).toBe('商品库存-.. a b c.xlsx'))
})

describe('[P5] how much', () => {
  it('what is beyond the bound is left out, and said', () => {
    expect(cutTo(2, [1, 2, 3])).toEqual({ rows: [1, 2], isCut: true })
    expect(cutTo(3, [1, 2, 3])).toEqual({ rows: [1, 2, 3], isCut: false })
    const about = { community: '平安里社区', by: '陈', now: new Date(), isUnmasked: false }
    const said = aboutOf({ what: { kind: 'items' }, subject: '', rows: 50_000, isCut: true }, about)
    expect(said.at(-1)).toEqual(['注意', expect.stringContaining('50000')])
  })

  it('a year of cases at most', () => {
    const what = { kind: 'cases', state: 'all', unmaskedBecause: null } as const
    expect(whyNotDays({ ...what, from: '2026-01-01', to: '2026-12-31' })).toBeNull()
    expect(whyNotDays({ ...what, from: '2024-01-01', to: '2025-01-01' })).toBe('what.to')
    expect(whyNotDays({ ...what, from: '2026-01-02', to: '2026-01-01' })).toBe('what.to')
  })

  it('fifty thousand rows of fourteen columns are a workbook', () => {
    const rows = Array.from({ length: 50_000 }, (_, row) =>
      Array.from({ length: 14 }, (_, cell) => `平安里 ${row} ${cell}`),
    )
    const columns = Array.from({ length: 14 }, () => ({ title: '列', width: 10 }))
    const book = workbookOf({ columns, rows, about: [], now: new Date() })
    // The function's memory is 512 MB, its reply goes through the file store.
    expect(book.length).toBeLessThan(20_000_000)
  })
})
