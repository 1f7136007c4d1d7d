import { chinaDay } from '../../cloudfunctions/kit/time'
import { accepted, answered, submitted } from '../affairs/story'
import { meetingInput, newMeeting, signedUp } from '../meetings/story'
import { checkIn, codesOf as codesAt, join, newActivity } from '../party/story'
import { itemInput, newItem, redeemed } from '../points/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { payloads } from '../trust/script-payloads'
import { inFull, masked, pinganli, workbookOf, type Asked, type Workbook } from './story'

jest.setTimeout(180_000)

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})

/** Today in China and the days around it: a test that runs over midnight finds its cases all the same. */
const days = () => ({
  from: chinaDay(new Date(Date.now() - 86_400_000)),
  to: chinaDay(new Date(Date.now() + 86_400_000)),
})

const casesNow = (unmaskedBecause: string | null = null, state: 'all' | 'open' | 'done' = 'all'): Asked => ({
  kind: 'cases',
  ...days(),
  state,
  unmaskedBecause,
})

const textOf = ({ parts }: Workbook): string => Object.values(parts).join('\n')

/** What a spreadsheet would compute or load. */
const live = /<f[ >/]|t="(str|e)"|<hyperlink|externalLink|<definedName|ddeLink|oleObject|vbaProject/i

describe('[P5] [P7] masked, unless somebody says why', () => {
  test('a roster says neither whole names nor whole numbers, nor what the office noted', async () => {
    const book = await workbookOf(chen, masked)
    const [head, ...rows] = book.rows
    expect(head).toEqual(['楼栋', '单元', '房号', '姓名', '手机'])
    expect(rows.length).toBeGreaterThan(5)
    for (const [, , , name, phone] of rows) {
      expect(name).toMatch(/^[^*\d]{1,2}\*{1,2}$/u)
      expect(String(phone ?? '')).toMatch(/^(\d{3}\*{4}\d{4})?$/)
    }
    expect(textOf(book)).not.toMatch(/1[3-9]\d{9}/)
    expect(book.about['姓名和号码']).toBe('已隐去一部分')
  })

  test('by door, the second building before the tenth', async () => {
    const { rows } = await workbookOf(chen, masked)
    const buildings = rows.slice(1).map(([building]) => parseInt(String(building), 10))
    expect(buildings).toEqual([...buildings].sort((one, other) => one - other))
  })

  test('in full it says all, and on a sheet of its own who took it', async () => {
    const book = await workbookOf(chen, inFull)
    expect(book.rows[0]).toEqual(['楼栋', '单元', '房号', '姓名', '手机', '备注'])
    expect(textOf(book)).toMatch(/1[3-9]\d{9}/)
    expect(book.about).toMatchObject({
      导出人: '陈晓梅',
      姓名和号码: expect.stringContaining('完整') as string,
    })
  })

  test('a case says no number that somebody wrote into it, and never who was anonymous', async () => {
    const text = '请打 13812349999 找我，身份证 371002199001011234。'
    const who = await cloud.resident('li')
    await submitted(who, { text, identity: 'named' })
    await submitted(who, { text: '匿名说一件事', identity: 'anonymous' })
    const book = await workbookOf(chen, casesNow())
    const row = book.rows.find((cells) => String(cells[4]).startsWith('请打'))
    expect(row?.[4]).toBe('请打 138****9999 找我，身份证 371002********1234。')
    expect(row?.[5]).toMatch(/^.\*+$/)
    const full = await workbookOf(chen, casesNow('街道督办'))
    expect(full.rows.find((cells) => String(cells[4]).startsWith('请打'))?.[4]).toBe(text)
    for (const { rows } of [book, full])
      expect(rows.find((cells) => cells[4] === '匿名说一件事')?.[5]).toBe('匿名')
  })

  test('the hours of an activity: masked names, and neither a branch nor where anybody lives', async () => {
    const { id: activityId } = await newActivity(chen)
    const [one, other] = await cloud.members(2)
    for (const who of [one!, other!]) await join(who, activityId)
    await checkIn(one!, (await codesAt(chen, activityId)).in)
    const { rows } = await workbookOf(chen, { kind: 'participations', activityId })
    expect(rows[0]).toEqual(['姓名', '签到时间', '签退时间', '分钟', '积分', '时长怎么定的'])
    expect(rows).toHaveLength(3)
    for (const [name] of rows.slice(1)) expect(name).toMatch(/\*$/)
    expect(JSON.stringify(rows)).not.toMatch(/号楼|支部|党/)
  })
})

describe('[P5] the other kinds', () => {
  test('cases of the days and the queue that are asked for', async () => {
    const who = (await cloud.residents(1, 0))[0]!
    const [done, open] = [
      await submitted(who, { text: '办完的一件' }),
      await submitted(who, { text: '没办的一件' }),
    ]
    await answered(chen, await accepted(chen, done), 2)
    const textsIn = async (what: Asked) => (await workbookOf(chen, what)).rows.map((cells) => cells[4])
    expect(await textsIn(casesNow(null, 'done'))).toContain('办完的一件')
    expect(await textsIn(casesNow(null, 'done'))).not.toContain('没办的一件')
    expect(await textsIn(casesNow(null, 'open'))).toContain('没办的一件')
    const longAgo = { ...casesNow(), from: '2020-01-01', to: '2020-01-02' } as Asked
    expect(await textsIn(longAgo)).toEqual(['内容'])
    expect(open.number).toMatch(/-/)
  })

  test('everybody who was on a meeting’s list, with what came of it', async () => {
    const { id: meetingId } = await newMeeting(chen, { capacity: 3 })
    const people = await cloud.residents(2, 0)
    for (const who of people) await signedUp(who, meetingId)
    const { rows, fileName } = await workbookOf(chen, { kind: 'signUps', meetingId })
    expect(rows).toHaveLength(3)
    expect(rows[1]).toMatchObject([
      expect.stringMatching(/\*/),
      expect.stringContaining('号楼'),
      expect.any(String),
      '已报名',
      null,
    ])
    expect(fileName).toBe(`报名和签到-${meetingInput().title}.xlsx`)
  })

  test('what was redeemed in a month, and how the goods stand', async () => {
    const item = await newItem(chen, { name: '导出用的碗', stock: 7 })
    await redeemed((await cloud.residents(1, 100))[0]!, item.id, 2)
    const month = chinaDay(new Date()).slice(0, 7)
    const { rows } = await workbookOf(chen, { kind: 'redemptions', month })
    expect(rows.find(([name]) => name === '导出用的碗')?.slice(1, 4)).toEqual([
      2,
      20,
      expect.stringMatching(/\*/),
    ])
    const stock = await workbookOf(chen, { kind: 'items' })
    expect(stock.rows.find(([name]) => name === '导出用的碗')?.slice(1, 5)).toEqual([10, 5, 2, 7])
    const before = await workbookOf(chen, { kind: 'redemptions', month: '2020-02' })
    expect(before.rows).toHaveLength(1)
  })
})

describe('[P5] nothing that somebody wrote is a formula', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")', "=cmd|'/C calc'!A0"]

  test('two hundred payloads and formulas stand in the cells as text', async () => {
    // Of a community with nothing else in it there are no more than these.
    const texts = [
      ...payloads.slice(0, 150).map((text) => text.slice(0, 30).trim()),
      ...formulas.filter((text) => text.trim() === text),
    ]
    for (const name of texts) await newItem(chen, itemInput({ name }))
    const book = await workbookOf(chen, { kind: 'items' })
    expect(textOf(book)).not.toMatch(live)
    const names = book.rows.slice(1).map(([name]) => String(name))
    for (const name of names) expect(name).not.toMatch(/^[=+\-@\t\r]/)
    for (const text of texts) expect(names).toContain(/^[=+\-@]/.test(text) ? `'${text}` : text)
  })

  test('and in cases, notes and answers, of which there are many pages', async () => {
    const who = await cloud.residents(20, 0)
    const all = [...payloads, ...formulas]
    await Promise.all(
      who.map(async (one, at) => {
        for (const text of all.filter((_, index) => index % who.length === at).slice(0, 10))
          await one.send('affairs.submit', {
            ...{ requestId: newRequestId(), communityId: pinganli, kind: 'report', category: 'other' },
            ...{ identity: 'masked', text, photos: [] },
            place: { compound: '平安花园', building: null, note: '' },
          })
      }),
    )
    const book = await workbookOf(chen, casesNow('测试'))
    expect(book.rows.length).toBeGreaterThan(150)
    expect(textOf(book)).not.toMatch(live)
    for (const cell of book.rows.flat()) expect(String(cell ?? '')).not.toMatch(/^[=+\-@\t\r]/)
  })
})
