import { upgradeBoard } from '../../cloudfunctions/home/store'
import { upgradeNotice } from '../../cloudfunctions/notices/store'
import { atDesk } from '../desk/story'
import type { CallInput } from '../support/caller'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'

const pinganli = 'wendeng.tianfu.pinganli'
const liulin = 'wendeng.tianfu.liulin'

type Publishing = CallInput<'notices.publish'>

// Several personas sign in: longer than usual where everything else runs as well.
jest.setTimeout(180_000)

let cloud: TestCloud
let chen: Caller
/** Of 7 号楼 and of 3 号楼. */
let zhang: Caller
let li: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  ;[zhang, li] = [await cloud.resident('zhang'), await cloud.resident('li')]
})

const published = (fields: Partial<Publishing> = {}) =>
  chen.get('notices.publish', {
    ...{ requestId: newRequestId(), communityId: pinganli, kind: 'notification', title: '清洗水箱' },
    ...{ text: '请提前接水。', pinned: false },
    shownUntil: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
    ...fields,
  })

const listed = async (who: Caller) =>
  (await who.get('notices.list', { communityId: pinganli })).notices.map(({ title }) => title)
const markRead = (who: Caller, noticeId: string, confirm = false) =>
  who.call('notices.markRead', { noticeId, confirm })
const sevens = { kind: 'buildings' as const, buildings: ['7号楼', '8'] }

describe('[P9] a notice for some is not shown to others', () => {
  it('those of other buildings and guests find it neither in the list nor on 首页', async () => {
    const { id } = await published({ title: '只给七号楼', audience: sevens })
    for (const who of [li, cloud.guest(), await cloud.resident('liu')])
      expect(await listed(who)).not.toContain('只给七号楼')
    for (const who of [zhang, chen]) expect(await listed(who)).toContain('只给七号楼')
    const home = async (who: Caller) => (await who.get('home.show', {})).notices.map(({ title }) => title)
    expect(await home(zhang)).toContain('只给七号楼')
    expect(await home(li)).not.toContain('只给七号楼')
    // It is no secret: a neighbour may pass it on.
    expect(await li.get('notices.show', { noticeId: id })).toMatchObject({ title: '只给七号楼' })
  })

  it("what is for staff is theirs alone, by the list and by its id, and on nobody's 首页", async () => {
    const { id } = await published({ title: '明早碰头', audience: { kind: 'staff' } })
    const zhao = await cloud.staff('zhao')
    for (const who of [zhang, cloud.guest(), zhao]) {
      expect(await listed(who)).not.toContain('明早碰头')
      expect(await who.call('notices.show', { noticeId: id })).toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await markRead(zhang, id)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await listed(await cloud.staff('sun'))).toContain('明早碰头')
    expect((await chen.get('notices.show', { noticeId: id })).audience).toEqual({ kind: 'staff' })
    const [board] = await cloud.engine.find({ collection: 'boards', filter: { _id: pinganli } })
    expect(JSON.stringify(board)).not.toContain('明早碰头')
  })

  it('at a desk those who publish there read also what is held or for staff, and they alone', async () => {
    const zhao = await cloud.staff('zhao')
    const { desk } = await atDesk(cloud, chen)
    const { id: own } = await published({ title: '明早碰头', audience: { kind: 'staff' } })
    const { id: held } = await published({ title: '停水，加我微信' })
    for (const noticeId of [own, held]) {
      // What is public is shown to a desk as to anybody.
      expect(await desk.call('notices.show', { noticeId })).toMatchObject({ code: 'NOT_FOUND' })
      for (const who of [desk, chen])
        expect(await who.get('notices.staffShown', { noticeId })).toMatchObject({ text: '请提前接水。' })
      expect(await zhao.call('notices.staffShown', { noticeId })).toMatchObject({ code: 'NOT_FOUND' })
      expect(await zhang.call('notices.staffShown', { noticeId })).toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await chen.get('notices.reach', { noticeId: own })).toMatchObject({ readers: 0 })
    await chen.get('notices.takeDown', { requestId: newRequestId(), noticeId: own, reason: '改期了' })
    expect(await desk.call('notices.staffShown', { noticeId: own })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    ['no building', { kind: 'buildings', buildings: [] }],
    ['a branch', { kind: 'party' }],
    ['a key of its own', { kind: 'everyone', memberId: 'm' }],
  ])('and none is for %s', async (_what, audience) => {
    const reply = await chen.send('notices.publish', {
      ...{ requestId: newRequestId(), communityId: pinganli, kind: 'notification', title: '甲' },
      ...{ text: '乙', pinned: false, shownUntil: '2099-01-01', audience },
    })
    expect(reply).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('[P9] who has read a notice', () => {
  it('is told to its own staff alone, as numbers', async () => {
    const { id: noticeId } = await published()
    expect(await cloud.guest().call('notices.markRead', { noticeId, confirm: false })).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    for (const [who, code] of [
      [zhang, 'FORBIDDEN'],
      [await cloud.staff('sun'), 'FORBIDDEN'],
      [await cloud.staff('zhao'), 'NOT_FOUND'],
    ] as const)
      expect(await who.call('notices.reach', { noticeId })).toMatchObject({ code })
    expect(JSON.stringify(await chen.get('notices.reach', { noticeId }))).not.toContain('m_')
  })

  it('counts each person once, however often and at once, and a household once', async () => {
    const { id: noticeId } = await published({ asksConfirm: true })
    const read = async (who: Caller) =>
      (await who.get('notices.list', { communityId: pinganli })).notices.find(({ id }) => id === noticeId)
        ?.read
    expect([await read(zhang), await read(cloud.guest())]).toEqual([false, null])
    await Promise.all([markRead(zhang, noticeId), markRead(zhang, noticeId), markRead(zhang, noticeId)])
    await markRead(await cloud.resident('liu'), noticeId)
    expect(await read(zhang)).toBe(true)
    const [stored] = await cloud.engine.find({ collection: 'members', filter: { 'residency.building': '7' } })
    const { residency } = stored as unknown as { residency: { householdId: string } }
    await cloud.engine.insert('households', [
      household(residency.householdId, '7'),
      household(`${pinganli}:99-1-101`, '99'),
    ] as never)
    const reach = await chen.get('notices.reach', { noticeId })
    expect(reach).toMatchObject({ readers: 2, confirmed: 0, more: false })
    expect(reach.households?.read).toBe(1)
    expect(reach.households?.all).toBeGreaterThanOrEqual(2)
  })

  it('我知道了 is said once, and only where it is asked for', async () => {
    const { id: noticeId } = await published({ asksConfirm: true })
    const plain = await published()
    await markRead(zhang, noticeId)
    const first = await markRead(zhang, noticeId, true)
    expect(first).toMatchObject({ ok: true, data: { confirmedAt: expect.any(String) } })
    expect(await markRead(zhang, noticeId, true)).toEqual(first)
    expect(await markRead(zhang, plain.id, true)).toMatchObject({ data: { confirmedAt: null } })
    expect(await chen.get('notices.reach', { noticeId })).toMatchObject({ readers: 1, confirmed: 1 })
    const { confirmedAt } = await zhang.get('notices.show', { noticeId })
    expect(confirmedAt).toBe(first.ok && first.data.confirmedAt)
  })

  it('is counted over the buildings that it is for', async () => {
    const { id: noticeId } = await published({ audience: { kind: 'buildings', buildings: ['99 号楼'] } })
    await markRead(zhang, noticeId)
    const { readers, households } = await chen.get('notices.reach', { noticeId })
    expect({ readers, households }).toEqual({ readers: 1, households: { read: 0, all: 1 } })
  })
})

describe('what was stored before there were audiences', () => {
  it('is for everyone, asks for nothing, and is shown as ever', async () => {
    const { id } = await published({ title: '旧样子' })
    const [stored] = await cloud.engine.find({ collection: 'notices', filter: { _id: id } })
    const {
      audience: _audience,
      asksConfirm: _asksConfirm,
      ...rest
    } = stored as unknown as Record<string, unknown>
    const older = { ...rest, schemaVersion: 1 }
    expect(upgradeNotice(older as never)).toEqual({
      ...{ ...rest, schemaVersion: 3, audience: { kind: 'everyone' }, asksConfirm: false, photos: [] },
    })
    await cloud.engine.remove('notices', { _id: id }, false)
    await cloud.engine.insert('notices', [older] as never)
    expect(await listed(cloud.guest())).toContain('旧样子')
    expect(await zhang.get('notices.show', { noticeId: id })).toMatchObject({ asksConfirm: false })
    expect(await markRead(zhang, id)).toMatchObject({ ok: true })
  })

  it('and so is a board of the minute before', () => {
    const older = { _id: liulin, schemaVersion: 1, notices: [{ id: 'b', communityId: liulin, title: '旧' }] }
    expect(upgradeBoard(older as never)).toMatchObject({
      schemaVersion: 3,
      notices: [{ id: 'b', placeId: liulin, title: '旧', audience: { kind: 'everyone' } }],
    })
  })
})

const household = (_id: string, building: string) => ({
  ...{ _id, schemaVersion: 1, communityId: pinganli, building, unit: '1', room: '101', persons: [] },
  ...{ writtenBy: 'x', writtenAt: new Date(0).toISOString() },
})
