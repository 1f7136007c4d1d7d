import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  accepted,
  answered,
  changing,
  handlerIds,
  jpegWith,
  pinganli,
  reply,
  submission,
  submitted,
  uploaded,
} from './story'

let cloud: TestCloud
let li: Caller
let chen: Caller
let guo: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  li = await cloud.resident('li')
  chen = await cloud.staff('chen')
  guo = await cloud.staff('guo')
})

const calls = () => cloud.stats.lastCall('affairs')?.databaseCalls

describe('[A2] [A8] a report from the street', () => {
  it('is handled, found wanting, reopened, handled again and found good', async () => {
    const photos = [{ photoId: await uploaded(li), takenAt: '2026-11-21T01:02:03.000Z' }]
    const mine = await submitted(li, { photos })
    expect(calls()).toBeLessThanOrEqual(6)
    expect(mine).toMatchObject({ state: 'submitted', level: 'community', outcome: null, overdue: false })
    expect(mine.number).toMatch(/^\d{6}-\d{5}$/)
    expect(mine.may).toEqual(['withdraw'])
    const seen = await chen.get('affairs.show', { caseId: mine.id })
    expect(seen).toMatchObject({
      reporterName: '李建国',
      reporterPlace: '3 号楼 1 单元',
      photosTakenAt: ['2026-11-21T01:02:03.000Z'],
      may: ['accept', 'dispatch', 'escalate', 'refuse', 'note', 'publish'],
    })
    expect((await accepted(chen, mine)).may).not.toContain('accept')
    expect(calls()).toBeLessThanOrEqual(9)
    const { 郭建军: handlerId = '' } = await handlerIds(chen)
    await chen.get('affairs.dispatch', { ...changing(mine, 2), handlerId, note: '请今天去看' })
    expect(calls()).toBeLessThanOrEqual(13)
    const { cases } = await guo.get('affairs.queue', { communityId: pinganli, view: 'mine' })
    expect(cases.map(({ id }) => id)).toContain(mine.id)
    const before = jpegWith()
    const photoIds = [await uploaded(guo, before)]
    const done = await guo.get('affairs.answer', { ...changing(mine, 3), ...reply, photoIds })
    expect(calls()).toBeLessThanOrEqual(10)
    expect(done).toMatchObject({ state: 'answered', dueOn: null, outcome: 'solved' })
    const rate = (satisfied: boolean) =>
      li.get('affairs.rate', { requestId: newRequestId(), caseId: mine.id, satisfied, comment: '' })
    expect(await rate(false)).toMatchObject({ state: 'answered', rating: { satisfied: false } })
    const reopen = { requestId: newRequestId(), caseId: mine.id, comment: '还有一堆在二楼' }
    const again = await li.get('affairs.reopen', reopen)
    expect(again).toMatchObject({ state: 'accepted', outcome: null, rating: null, reopenings: 1 })
    await answered(chen, mine, again.timeline.length)
    const end = await rate(true)
    expect(end).toMatchObject({ state: 'closed', outcome: 'solved', rating: { satisfied: true } })
    expect(end.timeline.map(({ event, by }) => `${by} ${event}`)).toEqual([
      '您 submit',
      '社区 accept',
      '社区 dispatch',
      '网格员 answer',
      '您 rate',
      '您 reopen',
      '社区 answer',
      '您 rate',
    ])
    expect(end.timeline[2]?.text).toBe('')
    expect(end.timeline[3]?.photoUrls).toHaveLength(1)
    expect((await fetch(end.photoUrls[0] ?? '')).status).toBe(200)
  })

  it('reaches the reporter by messages, and the handler by one', async () => {
    const [wang, tang] = [await cloud.resident('wang'), await cloud.staff('tang')]
    const mine = await submitted(wang)
    await accepted(chen, mine)
    const { 唐丽: handlerId = '' } = await handlerIds(chen)
    const request = { ...changing(mine, 2), handlerId, note: '' }
    const [first, second] = [
      await chen.get('affairs.dispatch', request),
      await chen.get('affairs.dispatch', request),
    ]
    expect(second).toEqual(first)
    const own = await wang.get('inbox.messages', {})
    expect(own.messages.slice(0, 2)).toMatchObject([
      { title: '您反映的事已安排人处理', read: false, target: { kind: 'case', id: mine.id } },
      { title: '您反映的事已受理', target: { kind: 'case', id: mine.id } },
    ])
    const { messages } = await tang.get('inbox.messages', {})
    expect(messages.filter(({ target }) => target.id === mine.id)).toMatchObject([
      { title: '有一件事派给您了', target: { kind: 'staff_case' } },
    ])
  })
})

describe('[A1] an anonymous suggestion', () => {
  it('is answered and made public, and nobody learns whose it is', async () => {
    const text = '希望在广场装一个饮水点。'
    const mine = await submitted(li, { kind: 'suggestion', identity: 'anonymous', text })
    await accepted(chen, mine)
    const publish = { question: '广场能不能装饮水点？', answer: '下个月在广场东侧装一个。' }
    await chen.get('affairs.answer', { ...changing(mine, 2), ...reply, publish })
    const { cases } = await cloud.guest().get('affairs.answered', { communityId: pinganli })
    expect(cases[0]).toMatchObject({ ...publish, id: mine.id, compound: '平安花园', reporterName: null })
    expect(cases[0]).not.toHaveProperty('text')
    const all = [
      await chen.get('affairs.show', { caseId: mine.id }),
      await chen.get('affairs.queue', { communityId: pinganli, view: 'done' }),
      cases,
    ]
    const memberId = (await cloud.engine.find({ collection: 'cases', filter: { _id: mine.id } }))[0]
      ?.reporterId
    for (const secret of ['李建国', '李**', '1 单元"', String(memberId)])
      expect(JSON.stringify(all)).not.toContain(secret)
    await li.get('affairs.reopen', { requestId: newRequestId(), caseId: mine.id, comment: '位置不对' })
    const after = await cloud.guest().get('affairs.answered', { communityId: pinganli })
    expect(after.cases.map(({ id }) => id)).not.toContain(mine.id)
  })

  it('of somebody who gives the name is shown to neighbours with stars', async () => {
    const mine = await submitted(li, { kind: 'suggestion', identity: 'named' })
    await accepted(chen, mine)
    const publish = { question: '能不能清一清楼道？', answer: '每周五清一次。' }
    await chen.get('affairs.answer', { ...changing(mine, 2), ...reply, publish })
    const { cases } = await cloud.guest().get('affairs.answered', { communityId: pinganli })
    expect(cases.find(({ id }) => id === mine.id)).toMatchObject({ reporterName: '李**' })
  })
})

describe('[A2] what a person writes', () => {
  it('is stored and given back as it was, whatever it looks like', async () => {
    const [one] = await cloud.residents(1, 0)
    const text = '<script>alert(1)</script>\n${7*7} {{x}} \u202e 你好 <img src=x onerror=1>'
    const mine = await one!.get('affairs.submit', submission({ text }))
    expect((await one!.get('affairs.mineShown', { caseId: mine.id })).text).toBe(text)
    expect((await chen.get('affairs.show', { caseId: mine.id })).text).toBe(text)
  })
})
