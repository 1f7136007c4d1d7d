import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { day, fromNow, hour, later, newMeeting } from '../meetings/story'
import {
  alter,
  changing,
  jpegWith,
  liulin,
  pinganli,
  reply,
  segment,
  submission,
  submitted,
  uploaded,
} from './story'

let cloud: TestCloud
let li: Caller
let wang: Caller
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[li, wang, chen] = [await cloud.resident('li'), await cloud.resident('wang'), await cloud.staff('chen')]
})

const countOf = (reporter?: string) =>
  cloud.engine.count('cases', reporter === undefined ? {} : { reporterId: reporter })

describe('[A2] a submission is refused', () => {
  it('to somebody who has not signed in', async () => {
    expect(await cloud.guest().call('affairs.submit', submission())).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  test.each([
    ['place.compound', { place: { compound: '不在这里', building: null, note: '' } }],
    ['place.building', { place: { compound: '平安花园', building: '99 号楼', note: '' } }],
    ['place.building', { place: { compound: '平安花园', building: '13 号楼', note: '' } }],
    ['place.compound', { place: { compound: '柳林苑', building: null, note: '' } }],
    ['text', { text: '  短 ' }],
    ['text', { text: '长'.repeat(501) }],
    ['photos.0.photoId', { photos: [{ photoId: 'https://example.com/a.jpg', takenAt: null }] }],
  ])('for what is not right in %s', async (detail, fields) => {
    const before = await countOf()
    expect(await li.call('affairs.submit', submission(fields))).toMatchObject({
      code: 'INVALID_INPUT',
      detail,
    })
    expect(await countOf()).toBe(before)
  })

  it('in a community that does not exist', async () => {
    const nowhere = submission({ communityId: 'wendeng.tianfu.nowhere' })
    expect(await li.call('affairs.submit', nowhere)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('with a photo of somebody else, an altered one, one of an item, or one that was never uploaded', async () => {
    const photoId = await uploaded(wang)
    const own = await uploaded(li)
    const others = [
      photoId,
      own.replace(/.(?=\.jpg$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
      own.replace('/cases/', '/items/'),
      own.replace(/cases\/.*/, 'cases/../../secret.jpg'),
    ]
    for (const wrong of others) {
      const photos = [{ photoId: wrong, takenAt: null }]
      const refused = await li.call('affairs.submit', submission({ photos }))
      expect(refused).toMatchObject({ code: 'INVALID_INPUT', detail: 'photos' })
    }
  })

  it('after ten in a day, also when twenty come at once; yesterday does not count', async () => {
    const [one] = await cloud.residents(1, 0)
    const old = await submitted(one!)
    const yesterday = new Date(Date.now() - 86_400_000).toISOString()
    await alter(cloud, old.id, { order: `${yesterday}:${old.id}`, daySlot: 'yesterday' })
    const inputs = Array.from({ length: 20 }, () => submission())
    const replies = await Promise.all(inputs.map((input) => one!.call('affairs.submit', input)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(10)
    const codes = new Set(replies.flatMap((given) => (given.ok ? [] : [given.code])))
    expect([...codes]).toEqual(['TOO_MANY_CASES'])
    const done = replies.findIndex(({ ok }) => ok)
    expect(await one!.call('affairs.submit', inputs[done]!)).toEqual(replies[done])
  })
})

it('[A2] what minutes opened in somebody’s name leaves room for what he or she hands in', async () => {
  const { id: meetingId } = await newMeeting(chen)
  later(cloud, 3 * day + 3 * hour)
  const dueOn = fromNow(20 * day).slice(0, 10)
  const actions = Array.from({ length: 10 }, (_, n) => ({
    text: `划第 ${n + 1} 排车位`,
    dueOn,
    owner: '社区',
  }))
  const minutes = { meetingId, text: '谈了停车。', decisions: ['划车位'], actions, seen: 0 }
  const { version } = await chen.get('meetings.writeMinutes', { requestId: newRequestId(), ...minutes })
  await chen.get('meetings.publishMinutes', { requestId: newRequestId(), meetingId, version })
  const codes = []
  for (let count = 0; count < 11; count += 1) {
    const given = await chen.call('affairs.submit', submission())
    codes.push(given.ok ? 'ok' : given.code)
  }
  expect(codes).toEqual([...Array<string>(10).fill('ok'), 'TOO_MANY_CASES'])
  cloud.faults.clear()
})

describe('[A2] one submission', () => {
  it('that is sent many times at once is one case; with other words it is a conflict', async () => {
    const [one] = await cloud.residents(1, 0)
    const input = submission()
    const replies = await Promise.all(Array.from({ length: 12 }, () => one!.call('affairs.submit', input)))
    expect(new Set(replies.map((given) => (given.ok ? given.data.id : given.code))).size).toBe(1)
    expect((await one!.get('affairs.mine', {})).cases).toHaveLength(1)
    const other = await one!.call('affairs.submit', { ...input, text: '另外的事情' })
    expect(other).toMatchObject({ code: 'CONFLICT' })
  })

  it("is nobody else's to see", async () => {
    const { id } = await submitted(li)
    const [guo, zhao, zhou] = [await cloud.staff('guo'), await cloud.staff('zhao'), await cloud.staff('zhou')]
    expect(await wang.call('affairs.mineShown', { caseId: id })).toMatchObject({ code: 'NOT_FOUND' })
    for (const who of [guo, zhao, zhou])
      expect(await who.call('affairs.show', { caseId: id })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    ['named', '王芳', '12 号楼 3 单元'],
    ['masked', '王*', '12 号楼 3 单元'],
    ['anonymous', null, null],
  ] as const)(
    'of somebody who is %s shows staff the name %s',
    async (identity, reporterName, reporterPlace) => {
      const { id } = await submitted(wang, { identity })
      expect(await chen.get('affairs.show', { caseId: id })).toMatchObject({ reporterName, reporterPlace })
    },
  )

  it('has the days of its category', async () => {
    const day = async (fields: Parameters<typeof submitted>[1]) => {
      const [one] = await cloud.residents(1, 0)
      const { id } = await submitted(one!, fields)
      return (await chen.get('affairs.accept', changing({ id }, 1))).dueOn ?? ''
    }
    const safety = await day({ category: 'safety' })
    const sanitation = await day({ category: 'sanitation' })
    const parking = await day({ category: 'parking' })
    const suggestion = await day({ category: 'safety', kind: 'suggestion' })
    expect([safety, sanitation, parking, suggestion]).toEqual(
      [safety, sanitation, parking, suggestion].sort(),
    )
    expect(new Set([safety, sanitation, parking, suggestion]).size).toBe(4)
  })
})

describe('[A2] a photo', () => {
  it('is stored without its place, and its link says nothing of whose it is', async () => {
    const gps = segment(0xe1, Buffer.from('Exif\0\0MM\0*GPS 37.19 122.05', 'latin1'))
    const photoId = await uploaded(li, jpegWith(gps))
    const mine = await submitted(li, { photos: [{ photoId, takenAt: null }], identity: 'anonymous' })
    const bytes = Buffer.from(await (await fetch(mine.photoUrls[0] ?? '')).arrayBuffer())
    expect(bytes.equals(jpegWith())).toBe(true)
    const other = await uploaded(li, jpegWith(gps))
    const folder = (id: string) => id.split('/').slice(-2, -1)[0]
    expect(folder(photoId)).not.toBe(folder(other))
  })

  test.each([
    ['PHOTO_UNSUPPORTED', Buffer.from(`<svg onload="alert(1)">${' '.repeat(200)}</svg>`)],
    ['PHOTO_UNSUPPORTED', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(300, 7)])],
  ])('is refused as %s', async (code, bytes) => {
    const input = { requestId: newRequestId(), photo: bytes.toString('base64') }
    expect(await li.call('affairs.uploadPhoto', input)).toMatchObject({ code })
  })

  it("of a reply must be the one's own who replies", async () => {
    const { id } = await submitted(li)
    await chen.get('affairs.accept', changing({ id }, 1))
    const photoIds = [await uploaded(li)]
    const wrong = await chen.call('affairs.answer', { ...changing({ id }, 2), ...reply, photoIds })
    expect(wrong).toMatchObject({ code: 'INVALID_INPUT', detail: 'photoIds' })
  })
})

describe('[A1] the form', () => {
  it('of a suggestion box names its compound; without one it is that of where I live', async () => {
    const { compounds } = await cloud.guest().get('affairs.form', { communityId: pinganli })
    expect(compounds.map(({ name }) => name)).toEqual(['平安花园', '槐荫里', '小区外（路上、广场）'])
    const box = compounds[1]?.box
    expect(await cloud.guest().get('affairs.form', { box })).toMatchObject({
      communityId: pinganli,
      communityName: '平安里社区',
      compound: '槐荫里',
    })
    expect(await li.get('affairs.form', {})).toMatchObject({ communityId: pinganli, compound: null })
    expect(await li.get('affairs.form', { communityId: liulin })).toMatchObject({ communityId: liulin })
  })

  it('without a community, of an unknown one, or behind an unknown box is refused', async () => {
    const guest = cloud.guest()
    expect(await guest.call('affairs.form', {})).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await guest.call('affairs.form', { communityId: 'a1.b2.c3' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await guest.call('affairs.form', { box: 'nosuchbox' })).toMatchObject({ code: 'NOT_FOUND' })
  })
})
