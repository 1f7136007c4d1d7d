import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { pass, said as words, waitingWith } from '../safety/story'
import { liulin, pinganli, said, tianfu } from './story'

// Several personas sign in: longer than usual where everything else runs as well.
jest.setTimeout(180_000)

let cloud: TestCloud
let zhou: Caller
let chen: Caller
/** Of 平安里社区 and of 柳林社区. */
let zhang: Caller
let liu: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[zhou, chen] = [await cloud.staff('zhou'), await cloud.staff('chen')]
  ;[zhang, liu] = [await cloud.resident('zhang'), await cloud.resident('liu')]
})

const published = (fields: object = {}) =>
  zhou.get('notices.publishStreet', { ...said(fields), streetId: tianfu })
const listed = async (communityId: string, who: Caller = cloud.guest()) =>
  (await who.get('notices.list', { communityId })).notices.map(({ title }) => title)
const onHome = async (who: Caller) => (await who.get('home.show', {})).notices.map(({ title }) => title)
const takeDown = (who: Caller, noticeId: string) =>
  who.call('notices.takeDown', { requestId: newRequestId(), noticeId, reason: '改期了' })

describe('[P9] a notice of a street is refused', () => {
  it("from whoever is not its staff, and for a street that is not one's own", async () => {
    for (const who of [cloud.guest(), zhang, chen, await cloud.staff('lin')])
      expect(await who.call('notices.publishStreet', { ...said(), streetId: tianfu })).toMatchObject({
        code: expect.stringMatching(/UNAUTHENTICATED|FORBIDDEN/) as string,
      })
    for (const streetId of ['wendeng.longshan', 'other.tianfu'])
      expect(await zhou.call('notices.publishStreet', { ...said(), streetId })).toMatchObject({
        code: 'NOT_FOUND',
      })
    expect(await zhou.call('notices.streetNotices', { streetId: 'wendeng.longshan' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('for a community, and with an audience of its own', async () => {
    expect(await zhou.send('notices.publishStreet', { ...said(), streetId: pinganli })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const audience = { kind: 'staff' }
    expect(
      await zhou.send('notices.publishStreet', { ...said({ audience }), streetId: tianfu }),
    ).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('[P9] a street tells all its communities at once', () => {
  it('with one notice, that each finds in its list and on 首页 beside its own', async () => {
    const before = (await cloud.engine.find({ collection: 'notices', filter: {} })).length
    const input = { ...said({ title: '街道防汛提醒', pinned: true }), streetId: tianfu }
    const first = await zhou.get('notices.publishStreet', input)
    expect(await zhou.get('notices.publishStreet', input)).toEqual(first)
    expect(await zhou.call('notices.publishStreet', { ...input, title: '另一件' })).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await cloud.engine.find({ collection: 'notices', filter: {} })).toHaveLength(before + 1)
    for (const communityId of [pinganli, liulin]) expect(await listed(communityId)).toContain('街道防汛提醒')
    expect(await listed(pinganli)).toContain('文明养犬倡议书')
    for (const who of [zhang, liu]) expect(await onHome(who)).toContain('街道防汛提醒')
  })

  it('and what a community publishes stays its own', async () => {
    await chen.get('notices.publish', { ...said({ title: '只在平安里' }), communityId: pinganli })
    expect(await listed(liulin)).not.toContain('只在平安里')
    const { notices } = await zhou.get('notices.streetNotices', { streetId: tianfu })
    expect(notices.map(({ title }) => title)).not.toContain('只在平安里')
  })

  it('readings are counted over all of them, for the street alone', async () => {
    const { id: noticeId } = await published({ title: '数一数' })
    for (const who of [zhang, liu]) await who.get('notices.markRead', { noticeId, confirm: false })
    expect(await chen.call('notices.reach', { noticeId })).toMatchObject({ code: 'NOT_FOUND' })
    const reach = await zhou.get('notices.reach', { noticeId })
    expect(reach).toMatchObject({ readers: 2, more: false })
    const rows = await cloud.engine.find({ collection: 'notice_readings', filter: { noticeId } })
    expect(rows.every((row) => typeof row.householdId === 'string')).toBe(true)
    expect(reach.households?.all).toBe(
      (await cloud.engine.find({ collection: 'households', filter: {} })).length,
    )
  })

  it('is taken down by the street alone, everywhere', async () => {
    const { id } = await published({ title: '写错了的街道通知', pinned: true })
    expect(await takeDown(chen, id)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await takeDown(zhou, id)).toMatchObject({ ok: true })
    for (const communityId of [pinganli, liulin])
      expect(await listed(communityId)).not.toContain('写错了的街道通知')
    expect(await onHome(liu)).not.toContain('写错了的街道通知')
    expect(await zhang.call('notices.show', { noticeId: id })).toMatchObject({ code: 'NOT_FOUND' })
    // Nor does a street take down what a community published.
    const own = await chen.get('notices.publish', { ...said(), communityId: pinganli })
    expect(await takeDown(zhou, own.id)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is looked at by the street where WeChat is not sure, and by none of its communities', async () => {
    const { id } = await published({ title: words.review })
    expect(await listed(liulin)).not.toContain(words.review)
    const thing = await waitingWith(zhou, words.review)
    expect((await chen.get('safety.queue', { communityId: pinganli, view: 'review' })).things).toEqual([])
    expect(await pass(chen, thing)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await pass(zhou, thing)).toMatchObject({ code: 'NOT_ONESELF' })
    expect((await zhou.get('home.work', { communityId: pinganli })).waitingReviews).toBe(1)
    expect((await zhou.get('notices.show', { noticeId: id })).title).toBe(words.review)
  })

  it('ten at a time, so that a community’s own are not lost among them', async () => {
    const [stored] = await cloud.engine.find({ collection: 'notices', filter: { communityId: tianfu } })
    const copies = Array.from({ length: 10 }, (_, n) => ({
      ...stored,
      ...{ _id: `b_${String(n).padStart(22, '0')}`, takenDown: null, held: null, listedUntil: '2099-01-01' },
    }))
    await cloud.engine.insert('notices', copies as never)
    expect(await zhou.call('notices.publishStreet', { ...said(), streetId: tianfu })).toMatchObject({
      code: 'TOO_MANY_NOTICES',
    })
    expect(await chen.call('notices.publish', { ...said(), communityId: pinganli })).toMatchObject({
      ok: true,
    })
  })
})
