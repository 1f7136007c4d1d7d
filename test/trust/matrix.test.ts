import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '@contract/index'
import type { Audit } from '../../cloudfunctions/kit/audit'
import { memberIdOf } from '../../cloudfunctions/kit/ids'
import { stored } from '../privacy/story'
import { matrices } from './matrix'
import { marks, type Mark } from './matrix/marks'
import { lettersIn, rowsOf } from './matrix/table'
import { newTown, openIdOf, placeOf, type Town } from './matrix/town'
import { cellsOf, shapeOf, walk, type Answer } from './matrix/walk'

// A minute on a free machine.
jest.setTimeout(600_000)

let town: Town
let answers: Answer[]
let requestIds: string[]

const domains = Object.keys(contract)
const expected: Record<string, string> = Object.assign(
  {},
  ...Object.entries(matrices).map(([domain, matrix]) => lettersIn(domain, matrix.expected)),
)

beforeAll(async () => {
  town = await newTown()
  ;({ answers, requestIds } = await walk(town, matrices as never))
})

afterAll(() => process.stdout.write(`matrix: ${answers?.length} cells\n`))

describe('[P1] [P3] every action, tried by everybody from everywhere', () => {
  it('has an expected answer for each cell, and no expectation without one', () => {
    expect(Object.keys(matrices).sort()).toEqual([...domains].sort())
    const cells = cellsOf(town, domains, answers)
    expect(cells.filter((cell) => !(cell in expected))).toEqual([])
    expect(Object.keys(expected).filter((cell) => !cells.includes(cell))).toEqual([])
    expect(answers.map(({ cell }) => cell).sort()).toEqual([...cells].sort())
  })

  it('answers as the tables say', () => {
    const wrong = answers
      .filter(({ cell, letter }) => letter !== expected[cell])
      .map(({ cell, letter, text }) => `${cell}: ${expected[cell]} expected, ${letter} ${text.slice(0, 120)}`)
    expect(wrong).toEqual([])
  })

  it('is done for somebody: what the tables try it with is right', () => {
    const rows = [...new Set(answers.map(({ row }) => row))]
    expect(rows.filter((row) => !answers.some((one) => one.row === row && one.ok))).toEqual([])
  })

  it('takes no street for one of its communities', async () => {
    const rows = domains.flatMap(rowsOf).filter((row) => 'communityId' in shapeOf(row))
    expect(rows.length).toBeGreaterThan(15)
    for (const row of rows)
      for (const { name, send } of town.people.filter(({ scope }) => scope === 'parent')) {
        const { code } = await send(row, { communityId: placeOf.parent })
        expect(`${row} ${name}: ${code}`).toBe(`${row} ${name}: INVALID_INPUT`)
      }
  })
})

/** Who was shown a mark, as `viewer in domain`. */
const shownTo = ({ text }: Mark): string[] => [
  ...new Set(
    answers.filter((one) => one.text.includes(text)).map(({ who, domain }) => `${who.name} in ${domain}`),
  ),
]

describe('[P7] personal data', () => {
  it.each(Object.entries(marks))('of one person is shown to whom it is meant for: %s', (_name, mark) => {
    expect(mark.text.length).toBeGreaterThan(2)
    const meant = Object.entries(mark.seenBy as Record<string, string[]>).flatMap(([viewer, places]) =>
      places.map((domain) => `${viewer} in ${domain}`),
    )
    expect(shownTo(mark).sort()).toEqual(meant.sort())
  })

  it('that staff were shown in full has a row that says so', async () => {
    const shown = answers.filter(({ who, text }) => who.name !== 'owner' && text.includes(marks.name.text))
    const meant = new Set(shown.map(({ who, domain }) => `${memberIdOf(openIdOf(who.name))} ${domain}`))
    expect(meant.size).toBeGreaterThanOrEqual(10)
    const rows = await stored<Audit>(town.cloud, 'audits', {})
    const noted = new Set(rows.map(({ actor, action }) => `${actor} ${action.split('.')[0]}`))
    expect([...meant].filter((one) => !noted.has(one))).toEqual([])
  })

  it('and keys stand in no reply', () => {
    const all = answers.map(({ text }) => text).join('\n')
    expect(town.keys.length).toBeGreaterThanOrEqual(5)
    expect(town.keys.filter((key) => all.includes(key))).toEqual([])
  })

  it('stands in no line of any log', async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    const folder = join(town.cloud.directory, 'logs')
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    const lines = [...files, ...town.requests].join('\n')
    for (const domain of domains) expect(lines).toContain(`"domain":"${domain}"`)
    expect(town.requests.length).toBeGreaterThan(answers.length / 2)
    const planted = [...Object.values(marks).map(({ text }) => text), ...town.keys, ...requestIds]
    expect(planted.filter((text) => lines.includes(text))).toEqual([])
  })
})
