import type { CallInput } from '../support/caller'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'

const pinganli = 'wendeng.tianfu.pinganli'
const liulin = 'wendeng.tianfu.liulin'

type Publishing = CallInput<'notices.publish'>

let cloud: TestCloud
let chen: Caller
let zhao: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[chen, zhao] = [await cloud.staff('chen'), await cloud.staff('zhao')]
})

/** The day in China so many days from now. */
const day = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

const notice = (fields: Partial<Publishing> = {}): Publishing => ({
  requestId: newRequestId(),
  communityId: liulin,
  kind: 'notification',
  title: '周日下午清洗水箱',
  text: '周日 14:00–17:00 清洗水箱，请提前接水。',
  pinned: false,
  shownUntil: day(10),
  ...fields,
})

const published = (fields: Partial<Publishing> = {}) => zhao.get('notices.publish', notice(fields))
const takeDown = (who: Caller, noticeId: string, requestId = newRequestId()) =>
  who.call('notices.takeDown', { requestId, noticeId, reason: '日期写错了' })
const listed = async (communityId = liulin) =>
  (await cloud.guest().get('notices.list', { communityId })).notices.map(({ title }) => title)

describe('[P9] a notice is refused', () => {
  it("from whoever is not the community's worker", async () => {
    const others = [
      cloud.guest(),
      await cloud.resident('liu'),
      await cloud.staff('sun'),
      await cloud.staff('zhou'),
    ]
    const codes = []
    for (const who of [...others, chen]) {
      const reply = await who.call('notices.publish', notice())
      codes.push(reply.ok ? 'ok' : reply.code)
    }
    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'])
    expect(await chen.call('notices.staffNotices', { communityId: liulin })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it.each([-1, 367, 4000])('with a last day %i days from now', async (days) => {
    expect(await zhao.call('notices.publish', notice({ shownUntil: day(days) }))).toMatchObject({
      code: 'NOTICE_DAY_OUT_OF_RANGE',
    })
  })

  it('without words, or with a request id that stands for another', async () => {
    expect(await zhao.call('notices.publish', notice({ text: ' \n ' }))).toMatchObject({
      code: 'INVALID_INPUT',
      detail: 'text',
    })
    const input = notice({ title: '一次就好' })
    const first = await zhao.get('notices.publish', input)
    expect(await zhao.get('notices.publish', input)).toEqual(first)
    expect(await zhao.call('notices.publish', { ...input, title: '两样' })).toMatchObject({
      code: 'CONFLICT',
    })
    expect((await listed()).filter((title) => title === '一次就好')).toHaveLength(1)
  })
})

describe('[P9] what a community shows', () => {
  it('is there for everybody: pinned ones first, then the newest, and on its own board at once', async () => {
    await published({ title: '旧的' })
    await published({ title: '置顶的', pinned: true, kind: 'publicity' })
    await published({ title: '新的' })
    expect((await listed()).slice(0, 2)).toEqual(['置顶的', '新的'])
    expect(await listed(pinganli)).not.toContain('新的')
    const { notices } = await cloud.guest().get('notices.list', { communityId: liulin })
    const full = await cloud.guest().get('notices.show', { noticeId: notices[0]!.id })
    expect(full).toMatchObject({
      kind: 'publicity',
      title: '置顶的',
      text: notice().text,
      placeId: liulin,
    })
    const [board] = await cloud.engine.find({ collection: 'boards', filter: { _id: liulin } })
    const { notices: onBoard } = board as unknown as { notices: { title: string }[] }
    expect(onBoard.map(({ title }) => title)).toEqual((await listed()).slice(0, 12))
  })

  it('ends after its last day, and can still be read by whoever kept the way to it', async () => {
    const { id } = await published({ title: '今天为止', shownUntil: day(0) })
    expect(await listed()).toContain('今天为止')
    cloud.faults.set({ clockSkewMs: { notices: 2 * 86_400_000 } })
    expect(await listed()).not.toContain('今天为止')
    expect(await cloud.guest().get('notices.show', { noticeId: id })).toMatchObject({ title: '今天为止' })
    const { notices } = await zhao.get('notices.staffNotices', { communityId: liulin })
    expect(notices.find((one) => one.id === id)).toMatchObject({ state: 'over' })
    cloud.faults.clear()
  })

  it('is taken down by its own worker, once, with a reason that stays with colleagues', async () => {
    const { id } = await published({ title: '写错了' })
    expect(await takeDown(chen, id)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await takeDown(await cloud.resident('liu'), id)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await takeDown(zhao, `b_${'x'.repeat(22)}`)).toMatchObject({ code: 'NOT_FOUND' })
    const requestId = newRequestId()
    const both = await Promise.all([takeDown(zhao, id, requestId), takeDown(zhao, id)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'ALREADY_TAKEN_DOWN' })
    expect(await listed()).not.toContain('写错了')
    expect(await cloud.guest().call('notices.show', { noticeId: id })).toMatchObject({ code: 'NOT_FOUND' })
    const { notices } = await zhao.get('notices.staffNotices', { communityId: liulin })
    expect(notices.find((one) => one.id === id)).toMatchObject({
      state: 'taken_down',
      takenDownBecause: '日期写错了',
    })
  })

  it('tells a repeat of the taking down the same', async () => {
    const { id } = await published({ title: '再来一次' })
    const requestId = newRequestId()
    const first = await takeDown(zhao, id, requestId)
    expect(first).toMatchObject({ ok: true })
    expect(await takeDown(zhao, id, requestId)).toEqual(first)
  })

  it('is sixty at most, each page of its staff twenty, and no query walks through what is stored', async () => {
    const [stored] = await cloud.engine.find({ collection: 'notices', filter: { communityId: liulin } })
    const copies = Array.from({ length: 60 }, (_, n) => ({
      ...stored,
      _id: `b_${String(n).padStart(22, '0')}`,
      listedUntil: day(3),
      takenDown: null,
      order: `2026-01-01T00:00:00.000Z:b_${String(n).padStart(22, '0')}`,
    }))
    await cloud.engine.insert('notices', copies as never)
    expect(await zhao.call('notices.publish', notice())).toMatchObject({ code: 'TOO_MANY_NOTICES' })
    // Those that a street may add have room beside them.
    expect((await listed()).length).toBeLessThanOrEqual(70)
    const seen: string[] = []
    for (let before: string | undefined; ;) {
      const page = await zhao.get('notices.staffNotices', { communityId: liulin, before })
      seen.push(...page.notices.map(({ id }) => id))
      if (page.nextBefore === null) break
      before = page.nextBefore
    }
    expect(new Set(seen).size).toBe(await cloud.engine.count('notices', { communityId: liulin }))
  })
})
