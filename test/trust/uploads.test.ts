import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '@contract/index'
import type { ActionDefinition } from '@contract/action'
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
import { itemInput, liulin, newItem, pinganli } from '../points/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { base64, notTaken, photoDoors, type PhotoDoor } from './upload-payloads'

let cloud: TestCloud
let li: Caller
let wang: Caller
let chen: Caller
let zhao: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[li, wang] = [await cloud.resident('li'), await cloud.resident('wang')]
  ;[chen, zhao] = [await cloud.staff('chen'), await cloud.staff('zhao')]
})

type Reply = Awaited<ReturnType<Caller['send']>>

/** The ways in: a photo of a case, one of a notice, and one of an item. */
const doors: Record<PhotoDoor, (photo: string) => Promise<Reply>> = {
  'affairs.uploadPhoto': (photo) => li.send('affairs.uploadPhoto', { requestId: newRequestId(), photo }),
  'notices.uploadPhoto': (photo) => chen.send('notices.uploadPhoto', { requestId: newRequestId(), photo }),
  'points.uploadItemPhoto': (photo) =>
    chen.send('points.uploadItemPhoto', { requestId: newRequestId(), communityId: pinganli, photo }),
}

/** Everything that the file store holds, and every upload that the database knows of. */
async function kept(): Promise<string[]> {
  const folder = join(cloud.directory, 'storage')
  const files = existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : []
  const known = await cloud.engine.find({ collection: 'uploads', filter: {}, limit: 1000 })
  return [...files.filter((name) => statSync(join(folder, name)).isFile()), ...known.map(({ _id }) => _id)]
}

describe.each(photoDoors)('[P1] %s', (door) => {
  const upload = doors[door]
  let before: string[]
  beforeEach(async () => (before = await kept()))

  describe('refuses, and keeps nothing of', () => {
    afterEach(async () => expect(await kept()).toEqual(before))

    it.each(Object.entries(notTaken))('%s', async (_what, photo) => {
      expect(await upload(photo)).toMatchObject({ ok: false, code: 'PHOTO_UNSUPPORTED', detail: 'photo' })
    })

    it('one of more than a megabyte', async () => {
      const large = base64(jpegWith(), Buffer.alloc(1_000_000 - jpegWith().length + 1))
      expect(await upload(large)).toMatchObject({ code: 'PHOTO_TOO_LARGE', detail: 'photo' })
    })

    it('one of three megabytes', async () => {
      const reply = await upload(base64(jpegWith(), Buffer.alloc(3_000_000)))
      expect(reply).toMatchObject({ code: 'INVALID_INPUT', detail: 'photo' })
    })

    it('one of fifty megabytes, which no function gets to see', async () => {
      const calls = cloud.stats.lastCall(door.split('.')[0] ?? '')
      await expect(upload('A'.repeat(50 * 1024 * 1024))).rejects.toThrow('EXCEED_MAX_PAYLOAD_SIZE')
      expect(cloud.stats.lastCall(door.split('.')[0] ?? '')).toEqual(calls)
    })
  })

  it('takes a picture in which a few letters came up by chance', async () => {
    const chance = jpegWith(segment(0xdb, Buffer.from('<svg>\x80\x91\x02\xfe<img \x07\x99', 'latin1')))
    expect(await upload(base64(chance))).toMatchObject({ ok: true })
  })

  it('takes a picture, without what the camera wrote into it', async () => {
    const place = Buffer.from('Exif\0\0 122.057 37.193 HUAWEI 13812342241')
    const { ok, data } = await upload(base64(jpegWith(segment(0xe1, place)), 'HUAWEI'))
    expect(ok).toBe(true)
    const { photoUrl } = data as { photoUrl: string }
    const stored = Buffer.from(await (await fetch(photoUrl)).arrayBuffer())
    expect(stored.equals(jpegWith())).toBe(true)
    expect(await kept()).toHaveLength(before.length + 2)
  })
})

const noticeWith = (photoId: string) => ({
  ...{ requestId: newRequestId(), kind: 'notification', title: '停水', text: '周六上午', pinned: false },
  shownUntil: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
  photoIds: [photoId],
})

/** Whoever takes a photo by its id: which field, and how the caller would put somebody else's there. */
const takers: Record<string, (photoId: string) => Promise<Reply>> = {
  'affairs.submit': (photoId) =>
    li.send('affairs.submit', submission({ photos: [{ photoId, takenAt: null }] })),
  'affairs.answer': async (photoId) => {
    const kase = await submitted((await cloud.residents(1, 0))[0]!)
    await accepted(chen, kase)
    return chen.send('affairs.answer', { ...changing(kase, 2), ...reply, photoIds: [photoId] })
  },
  'notices.publish': (photoId) =>
    chen.send('notices.publish', { ...noticeWith(photoId), communityId: pinganli }),
  'notices.publishStreet': async (photoId) =>
    (await cloud.staff('zhou')).send('notices.publishStreet', {
      ...noticeWith(photoId),
      streetId: 'wendeng.tianfu',
    }),
  'points.createItem': (photoId) =>
    chen.send('points.createItem', { requestId: newRequestId(), ...itemInput({ photoId }) }),
  'points.editItem': async (photoId) => {
    const { id: itemId, version } = await newItem(chen)
    const { communityId: _community, stock: _stock, ...fields } = itemInput({ photoId })
    return chen.send('points.editItem', { requestId: newRequestId(), itemId, version, ...fields })
  },
}

const shapeOf = (schema: ActionDefinition['input']): object =>
  'shape' in schema ? (schema.shape as object) : {}

/** Actions of the contract with a field for the id of a photo. */
const takingPhotos = Object.entries(contract as Record<string, Record<string, ActionDefinition>>).flatMap(
  ([domain, actions]) =>
    Object.entries(actions)
      .filter(([, { input }]) => ['photos', 'photoId', 'photoIds'].some((field) => field in shapeOf(input)))
      .map(([name]) => `${domain}.${name}`),
)

describe('[P1] the id of a file that is not one’s own', () => {
  it('is tried on every action that takes one', () =>
    expect(Object.keys(takers).sort()).toEqual([...takingPhotos].sort()))

  it.each(Object.keys(takers))('is refused by %s, whosever it is', async (action) => {
    const item = await zhao.get('points.uploadItemPhoto', {
      ...{ requestId: newRequestId(), communityId: liulin },
      photo: jpegWith().toString('base64'),
    })
    const wangs = await uploaded(wang)
    const bucket = wangs.slice(0, wangs.indexOf('/cases/'))
    const others = [
      wangs,
      item.photoId,
      `${bucket}/cases/../${wangs.slice(bucket.length + 1)}`,
      `${bucket}/items/${pinganli}/a_${'x'.repeat(22)}.jpg`,
      `${bucket}/keys.jpg`,
      'cloud://other.bucket/cases/a.jpg',
    ]
    const field = { 'affairs.submit': 'photos', 'affairs.answer': 'photoIds' }[action] ?? 'photoId'
    for (const photoId of others) {
      const refused = await takers[action]!(photoId)
      expect({ photoId, ...refused }).toMatchObject({ photoId, ok: false, code: 'INVALID_INPUT' })
      expect(refused.detail).toMatch(new RegExp(`^${field}`))
    }
  })
})
