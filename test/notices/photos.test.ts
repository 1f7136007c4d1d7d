import { limits } from '../../cloudfunctions/contract/limits'
import { checkedAfter, lastMessage, pass, waiting } from '../safety/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { pinganli, said, uploaded } from './story'

let cloud: TestCloud
let chen: Caller
let zhou: Caller
let zhang: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[chen, zhou] = [await cloud.staff('chen'), await cloud.staff('zhou')]
  zhang = await cloud.resident('zhang')
})
afterEach(() => cloud.faults.clear())

const publish = (photoIds: string[], fields: object = {}) =>
  chen.call('notices.publish', { ...said({ photoIds, ...fields }), communityId: pinganli })
const published = async (photoIds: string[], fields: object = {}) =>
  chen.get('notices.publish', { ...said({ photoIds, ...fields }), communityId: pinganli })
const photosFor = async (who: Caller, noticeId: string) =>
  (await who.get('notices.show', { noticeId })).photos

describe('[P9] a photo of a notice is refused', () => {
  it('where it is another’s, one twice, or one too many', async () => {
    const refused = { code: 'INVALID_INPUT', detail: 'photoIds' }
    expect(await publish([await uploaded(zhou)])).toMatchObject(refused)
    const one = await uploaded(chen)
    expect(await publish([one, one])).toMatchObject(refused)
    const many = Array.from({ length: limits.notice.photos + 1 }, (_, n) => one.replace(/a_./, `a_${n}`))
    expect(await publish(many)).toMatchObject(refused)
  })
})

describe('[P9] the photos of a notice', () => {
  it('are there for its staff at once, for readers when they have passed; the words need not wait', async () => {
    const { id, state, photosHeld } = await published([await uploaded(chen), await uploaded(chen)])
    expect({ state, photosHeld }).toEqual({
      state: 'shown',
      photosHeld: [
        { state: 'waiting', reason: '' },
        { state: 'waiting', reason: '' },
      ],
    })
    expect(await photosFor(zhang, id)).toEqual([])
    expect(await photosFor(cloud.guest(), id)).toEqual([])
    expect((await photosFor(chen, id)).map(({ held }) => held?.state)).toEqual(['waiting', 'waiting'])
    await checkedAfter(cloud, 0)
    await cloud.push()
    const seen = await photosFor(zhang, id)
    expect(seen.map(({ held }) => held)).toEqual([null, null])
    for (const { url } of seen) expect((await fetch(url)).status).toBe(200)
  })

  it('that WeChat refuses nobody but its staff sees; the publisher is told, and the notice stays', async () => {
    const { id } = await published([await uploaded(chen)])
    await checkedAfter(cloud, 0, { photo: 'risky' })
    await cloud.push()
    expect(await photosFor(zhang, id)).toEqual([])
    expect((await photosFor(chen, id)).map(({ held }) => held?.state)).toEqual(['refused'])
    expect(await lastMessage(chen)).toMatchObject({
      title: '您发的通知里的照片没有通过审核',
      target: { kind: 'staff_notice', id },
    })
  })

  it('of which WeChat is not sure wait for a person, who is not the publisher', async () => {
    const { id } = await published([await uploaded(chen)])
    await checkedAfter(cloud, 0, { photo: 'review' })
    await cloud.push()
    const [thing] = (await waiting(chen)).filter(({ kind }) => kind === 'notice_photo')
    expect((await fetch(thing!.photoUrl!)).status).toBe(200)
    expect(await pass(chen, thing!)).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await pass(zhou, thing!)).toMatchObject({ ok: true })
    expect(await photosFor(zhang, id)).toHaveLength(1)
  })

  it('of a notice for staff are theirs alone', async () => {
    const { id } = await published([await uploaded(chen)], { audience: { kind: 'staff' } })
    expect(await zhang.call('notices.show', { noticeId: id })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('go with the notice that is taken down, and stay with one that is shown', async () => {
    const [kept, gone] = [await published([await uploaded(chen)]), await published([await uploaded(chen)])]
    const [keptUrl, goneUrl] = [
      (await photosFor(chen, kept.id))[0]!.url,
      (await photosFor(chen, gone.id))[0]!.url,
    ]
    await chen.get('notices.takeDown', { requestId: newRequestId(), noticeId: gone.id, reason: '改期了' })
    for (const hours of [25, 26, 50]) {
      cloud.faults.set({ clockSkewMs: { jobs: hours * 3_600_000 } })
      await cloud.timer('removeUnusedPhotos')
    }
    cloud.faults.clear()
    expect((await fetch(goneUrl)).status).toBe(404)
    expect((await fetch(keptUrl)).status).toBe(200)
  })
})
