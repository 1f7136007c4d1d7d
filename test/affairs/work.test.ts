import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  accepted,
  alter,
  answered,
  changing,
  handlerIds,
  pinganli,
  reply,
  storedCase,
  submitted,
} from './story'

let cloud: TestCloud
let li: Caller
let chen: Caller
let guo: Caller
let ids: Record<string, string>

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[li, chen, guo] = [await cloud.resident('li'), await cloud.staff('chen'), await cloud.staff('guo')]
  ids = await handlerIds(chen)
})

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

const newCase = async () => {
  const [one] = await cloud.residents(1, 0)
  return { one: one!, kase: await submitted(one!) }
}

describe('[A2] staff', () => {
  it('may dispatch to those whose duty reaches the community, and to nobody else', async () => {
    expect(Object.keys(ids).sort()).toEqual(['唐丽', '郭建军', '陈晓梅'].sort())
    const { kase } = await newCase()
    const strangers = [`m_${'x'.repeat(22)}`, (await storedCase(cloud, kase.id)).reporterId]
    const zhou = await handlerIds(await cloud.staff('zhou'))
    expect(Object.keys(zhou)).toContain('周敏')
    for (const handlerId of [...strangers, zhou['周敏'] ?? '']) {
      const refused = await chen.call('affairs.dispatch', { ...changing(kase, 1), handlerId, note: '' })
      expect(refused).toMatchObject({ code: 'HANDLER_UNKNOWN' })
    }
  })

  it('of two at once one accepts, and the other learns that it is done', async () => {
    const { kase } = await newCase()
    const replies = await Promise.all([1, 2, 3].map(() => chen.call('affairs.accept', changing(kase, 1))))
    expect(replies.map((given) => (given.ok ? 'ok' : given.code)).sort()).toEqual([
      'CHANGED_MEANWHILE',
      'CHANGED_MEANWHILE',
      'ok',
    ])
    expect((await storedCase(cloud, kase.id)).timeline).toHaveLength(2)
  })

  it('repeat a request and get the same answer, also after the case went on; other words are a conflict', async () => {
    const { kase } = await newCase()
    const request = changing(kase, 1)
    await chen.get('affairs.accept', request)
    await answered(chen, kase, 2)
    expect(await chen.call('affairs.accept', request)).toMatchObject({
      ok: true,
      data: { state: 'answered' },
    })
    expect(await chen.call('affairs.accept', { ...request, version: 9 })).toMatchObject({ code: 'CONFLICT' })
    expect((await storedCase(cloud, kase.id)).timeline).toHaveLength(3)
  })

  it('get a case back from its handler, who no longer sees it but may repeat the request', async () => {
    const { kase, one } = await newCase()
    await chen.get('affairs.dispatch', {
      ...changing(kase, 1),
      handlerId: ids['郭建军'] ?? '',
      note: '内部的话',
    })
    const request = { ...changing(kase, 2), reason: '不在我的网格' }
    expect(await guo.get('affairs.sendBack', request)).toMatchObject({ state: 'accepted', handler: null })
    expect(await guo.call('affairs.sendBack', request)).toMatchObject({ ok: true })
    expect(await guo.call('affairs.show', { caseId: kase.id })).toMatchObject({ code: 'NOT_FOUND' })
    const own = await one.get('affairs.mineShown', { caseId: kase.id })
    expect(JSON.stringify(own)).not.toMatch(/内部的话|不在我的网格/)
    const { timeline } = await chen.get('affairs.show', { caseId: kase.id })
    expect(timeline.map(({ text }) => text)).toEqual(['', '内部的话', '不在我的网格'])
  })

  it('promise nobody a day that is past: what is late is said to be late', async () => {
    const { kase, one } = await newCase()
    await alter(cloud, kase.id, { countedFrom: daysAgo(30), dueOn: daysAgo(29).slice(0, 10) })
    const toldOf = async (who: Caller) =>
      (await who.get('inbox.messages', {})).messages.find(({ target }) => target.id === kase.id)?.text
    await accepted(chen, kase)
    expect(await toldOf(one)).toBe(`编号 ${kase.number}，已过原定期限，会尽快答复您。`)
    const toGuo = { ...changing(kase, 2), handlerId: ids['郭建军'] ?? '', note: '' }
    await chen.get('affairs.dispatch', toGuo)
    expect(await toldOf(one)).toBe(`编号 ${kase.number}，已过原定期限，会尽快答复您。`)
    expect(await toldOf(guo)).toBe(`编号 ${kase.number}，已超期，请马上办。`)
  })

  it('send up what they cannot do; the street then handles it, and they only look on', async () => {
    const { kase, one } = await newCase()
    const escalation = { ...changing(kase, 1), reason: '要街道协调' }
    const up = await chen.get('affairs.escalate', escalation)
    expect(up).toMatchObject({ state: 'submitted', level: 'street', may: ['note'] })
    const zhou = await cloud.staff('zhou')
    const queue = (who: Caller) => who.get('affairs.queue', { communityId: pinganli, view: 'todo' })
    expect((await queue(zhou)).cases.map(({ id }) => id)).toContain(kase.id)
    expect((await queue(chen)).cases.map(({ id }) => id)).not.toContain(kase.id)
    await accepted(zhou, kase, 2)
    await answered(zhou, kase, 3)
    expect((await one.get('affairs.mineShown', { caseId: kase.id })).timeline.map(({ by }) => by)).toEqual([
      '您',
      '社区',
      '街道',
      '街道',
    ])
  })

  it('alone decide what is made public: a handler from outside does not', async () => {
    const { kase } = await newCase()
    await chen.get('affairs.dispatch', { ...changing(kase, 1), handlerId: ids['郭建军'] ?? '', note: '' })
    const publish = { question: '楼道谁来清？', answer: '物业每周清一次。' }
    expect((await guo.get('affairs.show', { caseId: kase.id })).may).toEqual(['sendBack', 'answer', 'note'])
    const refused = await guo.call('affairs.answer', { ...changing(kase, 2), ...reply, publish })
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', detail: 'publish' })
    await chen.get('affairs.answer', { ...changing(kase, 2), ...reply, publish })
    const { cases } = await cloud.guest().get('affairs.answered', { communityId: pinganli })
    expect(cases.find(({ id }) => id === kase.id)).toMatchObject({ ...publish, reporterName: null })
  })

  it('write notes that the reporter never sees, at most fifty', async () => {
    const { kase, one } = await newCase()
    const note = { requestId: newRequestId(), caseId: kase.id, text: '上次也是他家' }
    const noted = await chen.get('affairs.note', note)
    expect(await chen.get('affairs.note', note)).toEqual(noted)
    expect(noted.notes).toMatchObject([{ by: '陈晓梅', text: '上次也是他家' }])
    expect(noted.version).toBe(1)
    expect(JSON.stringify(await one.get('affairs.mineShown', { caseId: kase.id }))).not.toContain('他家')
    const [first] = (await storedCase(cloud, kase.id)).notes as unknown[]
    await alter(cloud, kase.id, { notes: Array.from({ length: 50 }, () => first) })
    const more = { ...note, requestId: newRequestId() }
    expect(await chen.call('affairs.note', more)).toMatchObject({ code: 'TOO_MANY_NOTES' })
    expect((await chen.get('affairs.show', { caseId: kase.id })).may).not.toContain('note')
  })

  it('cannot send a case to and fro for ever, and can always end it', async () => {
    const { kase } = await newCase()
    const { timeline } = await storedCase(cloud, kase.id)
    await alter(cloud, kase.id, { timeline: Array.from({ length: 45 }, () => timeline[0]) })
    const further = { ...changing(kase, 1), handlerId: ids['郭建军'] ?? '', note: '' }
    expect(await chen.call('affairs.dispatch', further)).toMatchObject({ code: 'WRONG_STATE' })
    await accepted(chen, kase)
    await answered(chen, kase, 2)
  })
})

describe('[A8] a reporter', () => {
  const reopen = (who: Caller, caseId: string) =>
    who.call('affairs.reopen', { requestId: newRequestId(), caseId, comment: '还是没办好' })
  const rate = (who: Caller, caseId: string, satisfied: boolean) =>
    who.call('affairs.rate', { requestId: newRequestId(), caseId, satisfied, comment: '' })

  it('reopens twice and not a third time, and never after a month', async () => {
    const { kase, one } = await newCase()
    await accepted(chen, kase)
    for (const version of [2, 4]) {
      await answered(chen, kase, version)
      expect(await reopen(one, kase.id)).toMatchObject({ ok: true })
    }
    await answered(chen, kase, 6)
    expect(await reopen(one, kase.id)).toMatchObject({ code: 'REOPENED_TOO_OFTEN' })
    const late = await newCase()
    await accepted(chen, late.kase)
    await answered(chen, late.kase, 2)
    await alter(cloud, late.kase.id, { doneAt: daysAgo(32) })
    expect(await reopen(late.one, late.kase.id)).toMatchObject({ code: 'WRONG_STATE' })
    await alter(cloud, late.kase.id, { doneAt: daysAgo(29) })
    expect(await reopen(late.one, late.kase.id)).toMatchObject({ ok: true })
  })

  it('rates once, and may still turn from bad to good', async () => {
    const { kase, one } = await newCase()
    await accepted(chen, kase)
    await answered(chen, kase, 2)
    expect(await rate(one, kase.id, false)).toMatchObject({ ok: true, data: { state: 'answered' } })
    expect(await rate(one, kase.id, false)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await rate(one, kase.id, true)).toMatchObject({ ok: true, data: { state: 'closed' } })
    expect(await rate(one, kase.id, true)).toMatchObject({ code: 'WRONG_STATE' })
  })

  it('who does not rate in a week finds the case closed, once, by two timers at once; it can be reopened', async () => {
    const { kase, one } = await newCase()
    await accepted(chen, kase)
    await answered(chen, kase, 2)
    const open = await newCase()
    await accepted(chen, open.kase)
    await answered(chen, open.kase, 2)
    await cloud.timer('lapseCases')
    expect((await storedCase(cloud, kase.id)).state).toBe('answered')
    await alter(cloud, kase.id, { lapseAt: daysAgo(1) })
    await Promise.all([cloud.timer('lapseCases'), cloud.timer('lapseCases'), cloud.timer('lapseCases')])
    const { state, timeline } = await storedCase(cloud, kase.id)
    expect([state, timeline.map(({ event }) => event)]).toEqual([
      'closed',
      ['submit', 'accept', 'answer', 'lapse'],
    ])
    expect((await storedCase(cloud, open.kase.id)).state).toBe('answered')
    expect(await reopen(one, kase.id)).toMatchObject({ ok: true, data: { state: 'accepted' } })
  })

  it('leafs through the own cases, newest first', async () => {
    const [one] = await cloud.residents(1, 0)
    const first = await submitted(one!)
    const stored = await storedCase(cloud, first.id)
    const copies = Array.from({ length: 44 }, (_, index) => {
      const _id = `c_old${String(index).padStart(19, '0')}`
      const at = daysAgo(index + 1)
      const own = { _id, number: `old-${index}`, daySlot: _id, submittedAt: at, order: `${at}:${_id}` }
      return { ...stored, ...own }
    })
    await cloud.engine.insert('cases', copies as never)
    const seen: string[] = []
    for (let before: string | undefined; seen.length < 60;) {
      const page = await one!.get('affairs.mine', { before })
      expect(cloud.stats.lastCall('affairs')?.databaseCalls).toBeLessThanOrEqual(2)
      seen.push(...page.cases.map(({ id }) => id))
      if (page.nextBefore === null) break
      before = page.nextBefore
    }
    expect(seen).toEqual([first.id, ...copies.map(({ _id }) => _id)])
    expect(await li.get('affairs.mineShown', { caseId: first.id }).catch(() => 'none')).toBe('none')
  })
})
