import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  accepted,
  changing,
  jpegWith,
  reply,
  segment,
  submission,
  submitted,
  uploaded,
} from '../affairs/story'
import { itemInput, newItem, pinganli } from '../points/story'

const day = 86_400_000

let cloud: TestCloud
let li: Caller
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[li, chen] = [await cloud.resident('li'), await cloud.staff('chen')]
})
afterEach(() => cloud.faults.clear())

let taken = 0
const photo = () => jpegWith(segment(0xe0, Buffer.from(`photo ${(taken += 1)}`)))

const forItem = async () => {
  const input = { requestId: newRequestId(), communityId: pinganli, photo: photo().toString('base64') }
  return chen.get('points.uploadItemPhoto', input)
}

/** Runs the timer so many ms from now. */
async function run(ms: number) {
  cloud.faults.set({ clockSkewMs: { jobs: ms } })
  const reply = await cloud.timer('removeUnusedPhotos')
  cloud.faults.clear()
  return reply.ok ? reply.data : reply.code
}

const isThere = async (url: string) => (await fetch(url)).status === 200

const uploadsLeft = () => cloud.engine.count('uploads', { dueAt: { $ne: null } })

describe('a photo that was uploaded', () => {
  it('and that nothing took goes after a day, in two steps that can be repeated', async () => {
    const { photoUrl } = await forItem()
    await uploaded(li, photo())
    expect(await run(day - 60_000)).toMatchObject({ doomed: 0, removed: 0 })
    expect(await run(day + 60_000)).toEqual({ inUse: 0, doomed: 2, removed: 0, more: false })
    expect(await run(day + 61_000)).toMatchObject({ doomed: 0, removed: 0 })
    expect(await isThere(photoUrl)).toBe(true)
    const [one, other] = await Promise.all([run(day + 300_000), run(day + 300_000)])
    expect([one, other]).toContainEqual({ inUse: 0, doomed: 0, removed: 2, more: false })
    expect(await isThere(photoUrl)).toBe(false)
    expect(await uploadsLeft()).toBe(0)
    expect(await run(day + 300_000)).toMatchObject({ removed: 0 })
  })

  it('cannot be taken once it is about to go, nor when it is gone', async () => {
    const [late, { photoId }] = [await uploaded(li, photo()), await forItem()]
    await run(day + 60_000)
    const refused = { code: 'INVALID_INPUT', detail: 'photos' }
    const photos = [{ photoId: late, takenAt: null }]
    expect(await li.call('affairs.submit', submission({ photos }))).toMatchObject(refused)
    const item = { requestId: newRequestId(), ...itemInput(), photoId }
    expect(await chen.call('points.createItem', item)).toMatchObject({ code: 'INVALID_INPUT' })
    await run(day + 300_000)
    expect(await li.call('affairs.submit', submission({ photos }))).toMatchObject(refused)
  })

  it('stays where a case, an answer or an item shows it, also if it was taken at the last moment', async () => {
    const photos = [{ photoId: await uploaded(li, photo()), takenAt: null }]
    const kase = await submitted(li, { photos })
    const answer = { ...changing(kase, 2), ...reply, photoIds: [await uploaded(chen, photo())] }
    await accepted(chen, kase)
    await chen.get('affairs.answer', answer)
    const { photoId } = await forItem()
    await newItem(chen, { photoId })
    expect(await run(day + 60_000)).toMatchObject({ inUse: 3, doomed: 0 })
    expect(await run(day + 300_000)).toMatchObject({ inUse: 0, removed: 0 })
    const { photoUrls } = await li.get('affairs.mineShown', { caseId: kase.id })
    expect(await isThere(photoUrls[0] ?? '')).toBe(true)
  })

  it('goes when an item shows another one instead', async () => {
    const [first, second] = [await forItem(), await forItem()]
    const { id, version, ...shown } = await newItem(chen, { photoId: first.photoId })
    await run(day + 60_000)
    const { name, description, costPoints, limitPerPerson, limitPeriod, pickupPlace, pickupHours } = shown
    const fields = { name, description, costPoints, limitPerPerson, limitPeriod, pickupPlace, pickupHours }
    const third = await forItem()
    const edit = { requestId: newRequestId(), itemId: id, version, ...fields, photoId: third.photoId }
    await chen.get('points.editItem', edit)
    await run(day + 120_000)
    await run(day + 300_000)
    expect(await isThere(first.photoUrl)).toBe(false)
    expect(await isThere(second.photoUrl)).toBe(false)
    expect(await isThere(third.photoUrl)).toBe(true)
  })
})
