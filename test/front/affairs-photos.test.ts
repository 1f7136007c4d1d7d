import { newPhotoQueue, type DraftPhoto, type UploadOutcome } from '@/ui/photos/photo-queue'
import { instantBefore, photoTime } from '@/services/photo-time'

const photo = (key: string): DraftPhoto => ({ key, takenAt: null, photoId: null, photoUrl: null })
const done = (key: string): UploadOutcome => ({
  kind: 'done',
  photoId: `cloud://${key}`,
  photoUrl: `${key}.jpg`,
})
const failed: UploadOutcome = { kind: 'failed', words: '没有连上网络' }
const refused: UploadOutcome = { kind: 'refused', words: '这张图片用不了' }

/** A draft on a phone, and a server that answers as told; what it was asked, in order. */
function phone(keys: string[], answer: (key: string) => UploadOutcome) {
  let photos = keys.map(photo)
  const kept = new Set(keys)
  const asked: string[] = []
  const busy: (string | null)[] = []
  const queue = newPhotoQueue({
    photos: () => photos,
    put: (all) => (photos = all),
    read: (key) => (kept.has(key) ? key : null),
    drop: (key) => void kept.delete(key),
    upload: async (key) => {
      asked.push(key)
      await Promise.resolve()
      return answer(key)
    },
    onBusy: (key) => void busy.push(key),
  })
  const add = (key: string) => {
    kept.add(key)
    photos = [...photos, photo(key)]
  }
  return { queue, asked, busy, kept, add, photos: () => photos }
}

describe('[A2] the photos of a report', () => {
  test('none is sent twice though three taps ask for it', async () => {
    const { queue, asked, photos, kept } = phone(['a', 'b', 'c'], done)
    expect(await Promise.all([queue.drain(), queue.drain(), queue.drain()])).toEqual([null, null, null])
    expect(await queue.drain()).toBeNull()
    expect(asked).toEqual(['a', 'b', 'c'])
    expect(photos().map(({ photoId }) => photoId)).toEqual(['cloud://a', 'cloud://b', 'cloud://c'])
    expect(kept.size).toBe(0)
  })

  test('what failed stays on the phone, and goes with the next tap', async () => {
    let dead = true
    const { queue, asked, photos, kept } = phone(['a', 'b'], (key) =>
      dead && key === 'b' ? failed : done(key),
    )
    expect(await queue.drain()).toBe('没有连上网络')
    expect(photos().map(({ photoId }) => photoId)).toEqual(['cloud://a', null])
    expect([...kept]).toEqual(['b'])
    dead = false
    expect(await queue.drain()).toBeNull()
    expect(asked).toEqual(['a', 'b', 'b'])
  })

  test('what the server refuses for good leaves the draft, and the person is told', async () => {
    const { queue, photos } = phone(['a', 'b'], (key) => (key === 'a' ? refused : done(key)))
    expect(await queue.drain()).toBe('这张图片用不了')
    expect(photos().map(({ key }) => key)).toEqual(['b'])
  })

  test('one that the phone has lost is not waited for', async () => {
    const lost = phone(['a', 'b'], done)
    lost.kept.delete('a')
    expect(await lost.queue.drain()).toContain('找不到')
    expect(lost.photos().map(({ key }) => key)).toEqual(['b'])
    expect(lost.asked).toEqual(['b'])
  })

  test('one added on the way goes up in the same run', async () => {
    const late = phone(['a'], done)
    const run = late.queue.drain()
    late.add('b')
    expect(await run).toBeNull()
    expect(late.asked).toEqual(['a', 'b'])
    expect(late.busy.at(-1)).toBeNull()
  })
})

describe('[A2] when a photo was taken', () => {
  const head = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
  const now = Date.UTC(2026, 10, 22)

  test('is what the camera wrote, in the time of China', () => {
    const exif = head('\xff\xd8\xff\xe1..Exif\0\0MM..2026:11:20 08:00:00\0..2026:11:19 14:30:05\0..')
    expect(photoTime(exif, now)).toBe('2026-11-19T06:30:05.000Z')
  })

  test('is unknown without it, with nonsense, and in the future', () => {
    expect(photoTime(head('2026:11:19 14:30:05\0'), now)).toBeNull()
    expect(photoTime(head('Exif\0\0 2026:99:19 14:30:05\0'), now)).toBeNull()
    expect(photoTime(head('Exif\0\0 2031:01:19 14:30:05\0'), now)).toBeNull()
    expect(instantBefore(Number.NaN)).toBeNull()
    expect(instantBefore(0)).toBeNull()
  })
})
