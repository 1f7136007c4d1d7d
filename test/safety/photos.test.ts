import { accepted, handlerIds, jpegWith, segment, submitted, uploaded } from '../affairs/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { checkedAfter, lastMessage, pass, pinganli, refuse, storedChecks, waiting } from './story'

let cloud: TestCloud
let li: Caller
let chen: Caller
let guo: Caller
let handlerId: string

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[li, chen, guo] = [await cloud.resident('li'), await cloud.staff('chen'), await cloud.staff('guo')]
  handlerId = (await handlerIds(chen))['郭建军'] ?? ''
})
afterEach(() => cloud.faults.clear())

let taken = 0
/** A case with a photo that lies with 郭建军. */
async function dispatched(who = li) {
  const photo = jpegWith(
    segment(0xe1, Buffer.from(`photo ${(taken += 1)}`)),
    segment(0xdb, Buffer.alloc(65, taken)),
  )
  const photoId = await uploaded(who, photo)
  const { id } = await submitted(who, { photos: [{ photoId, takenAt: null }] })
  await accepted(chen, { id })
  const input = { requestId: newRequestId(), caseId: id, version: 2, handlerId, note: '' }
  await chen.get('affairs.dispatch', input)
  return id
}

const seenBy = async (who: Caller, caseId: string) => {
  const { photoUrls, photosHeld, photosHidden } = await who.get('affairs.show', { caseId })
  return {
    photos: photoUrls.length,
    held: photosHeld.map((held) => held?.state ?? null),
    hidden: photosHidden,
  }
}

const own = async (who: Caller, caseId: string) => (await who.get('affairs.mineShown', { caseId })).photosHeld

const checksOf = async (state: string) => (await storedChecks(cloud)).filter((check) => check.state === state)

describe('[A2] a photo of a resident', () => {
  it('is there for its reporter and the office with the words 审核中, and for a handler when it has passed', async () => {
    const id = await dispatched()
    expect(await own(li, id)).toEqual([{ state: 'waiting', reason: '' }])
    expect(await seenBy(chen, id)).toEqual({ photos: 1, held: ['waiting'], hidden: 0 })
    expect(await seenBy(guo, id)).toEqual({ photos: 0, held: [], hidden: 1 })
    const work = await guo.get('home.work', { communityId: pinganli })
    expect(work.queue?.cases.find((kase) => kase.id === id)?.photoUrl).toBeNull()
    expect(await checkedAfter(cloud, 0)).toMatchObject({ opened: 1, waiting: 1 })
    await cloud.push()
    expect(await seenBy(guo, id)).toEqual({ photos: 1, held: [null], hidden: 0 })
    expect(await own(li, id)).toEqual([null])
  })

  it('that WeChat refuses the office still sees; the reporter is told, and the case goes on', async () => {
    const id = await dispatched()
    await checkedAfter(cloud, 0, { photo: 'risky' })
    await cloud.push()
    expect(await seenBy(guo, id)).toMatchObject({ photos: 0, hidden: 1 })
    expect(await seenBy(chen, id)).toMatchObject({ photos: 1, held: ['refused'] })
    expect(await lastMessage(li)).toMatchObject({
      title: '您传的照片没有通过审核',
      target: { kind: 'case', id },
    })
  })

  it('that WeChat is not sure of waits for a person', async () => {
    const id = await dispatched()
    await checkedAfter(cloud, 0, { photo: 'review' })
    await cloud.push()
    const [thing] = (await waiting(chen)).filter(({ kind }) => kind === 'photo')
    expect((await fetch(thing!.photoUrl!)).status).toBe(200)
    expect(await pass(chen, thing!)).toMatchObject({ ok: true })
    expect(await seenBy(guo, id)).toMatchObject({ photos: 1, hidden: 0 })
  })

  it('about which no answer comes in 35 minutes waits for a person, never shown by itself', async () => {
    const id = await dispatched()
    await checkedAfter(cloud, 0)
    await checkedAfter(cloud, 34)
    expect(await waiting(chen)).toEqual([])
    await checkedAfter(cloud, 36)
    const [thing] = await waiting(chen)
    expect(thing).toMatchObject({ kind: 'photo', state: 'review' })
    expect(await seenBy(guo, id)).toMatchObject({ photos: 0 })
    // An answer that comes too late changes nothing.
    await cloud.push()
    expect(await seenBy(guo, id)).toMatchObject({ photos: 0 })
    await refuse(chen, thing!, '看不清')
    expect(await own(li, id)).toEqual([{ state: 'refused', reason: '看不清' }])
  })

  it('is asked about again while WeChat is down, and each photo is taken up once', async () => {
    const id = await dispatched()
    const before = (await storedChecks(cloud)).length
    await checkedAfter(cloud, 0, { photo: 'down' })
    await checkedAfter(cloud, 0, { photo: 'down' })
    expect((await storedChecks(cloud)).length).toBe(before + 1)
    expect(await checksOf('checking')).toMatchObject([{ tries: 1, traceId: null }])
    await checkedAfter(cloud, 2)
    await cloud.push()
    expect(await seenBy(guo, id)).toMatchObject({ photos: 1 })
    expect(await checksOf('checking')).toEqual([])
  })

  it('is believed by nobody’s word but WeChat’s: no client reaches the push, and an unknown trace says nothing', async () => {
    const id = await dispatched()
    await checkedAfter(cloud, 0)
    const event = {
      MsgType: 'event',
      Event: 'wxa_media_check',
      trace_id: 'f'.repeat(32),
      result: { suggest: 'pass' },
    }
    const claimed = { traceId: 'f'.repeat(32), verdict: 'pass' }
    for (const who of [cloud.guest(), li, chen])
      await expect(who.send('jobs.photoChecked', claimed)).rejects.toThrow('PERMISSION_DENIED')
    expect(await cloud.invoke('jobs', event)).toMatchObject({ ok: true, data: { known: false } })
    expect(await cloud.invoke('jobs', { ...event, trace_id: undefined })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await seenBy(guo, id)).toMatchObject({ photos: 0 })
    await cloud.push()
  })

  it('whose download failed at WeChat is asked about again', async () => {
    const id = await dispatched()
    await checkedAfter(cloud, 0)
    const traceId = (await checksOf('checking'))[0]?.traceId
    const event = {
      MsgType: 'event',
      Event: 'wxa_media_check',
      trace_id: traceId,
      errcode: -1008,
      result: {},
    }
    expect(await cloud.invoke('jobs', event)).toMatchObject({ data: { known: true } })
    expect(await checksOf('checking')).toMatchObject([{ traceId: null }])
    await checkedAfter(cloud, 3)
    await cloud.push()
    expect(await seenBy(guo, id)).toMatchObject({ photos: 1 })
  })

  it('WeChat is asked with the reporter’s openid, a link and the second version', async () => {
    await dispatched()
    const before = cloud.wx.calls.length
    await checkedAfter(cloud, 0)
    expect(cloud.wx.calls.slice(before)).toMatchObject([
      {
        apiName: 'security.mediaCheckAsync',
        data: {
          version: 2,
          mediaType: 2,
          mediaUrl: expect.stringMatching(/^http/),
          openid: expect.stringMatching(/./),
        },
      },
    ])
    await cloud.push()
  })
})
