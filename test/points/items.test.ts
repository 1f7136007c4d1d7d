import { jpegWith } from '../affairs/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { itemInput, liulin, newItem, pinganli, redeemed, stored } from './story'

let cloud: TestCloud
let chen: Caller
let zhao: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  zhao = await cloud.staff('zhao')
})

/** What an edit says: all fields, and not where the item is nor how many there are. */
function edited(version: number, itemId: string, change: Partial<ReturnType<typeof itemInput>> = {}) {
  const { communityId: _communityId, stock: _stock, ...fields } = { ...itemInput(), ...change }
  return { requestId: newRequestId(), itemId, version, ...fields }
}

const restock = (who: Caller, itemId: string, change: number, requestId = newRequestId()) =>
  who.call('points.restockItem', { requestId, itemId, change })

const photo = (kind: string) =>
  Buffer.concat([Buffer.from(kind, 'latin1'), Buffer.alloc(200, 7)]).toString('base64')

const upload = (who: Caller, content: string, communityId = pinganli) =>
  who.call('points.uploadItemPhoto', { requestId: newRequestId(), communityId, photo: content })

describe('[L5] items are closed to', () => {
  it('everybody without the duty: guest, resident, steward, sub-district', async () => {
    const people = [
      cloud.guest(),
      await cloud.resident('li'),
      await cloud.staff('sun'),
      await cloud.staff('zhou'),
    ]
    const codes = ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']
    for (const [index, who] of people.entries()) {
      const create = await who.call('points.createItem', { requestId: newRequestId(), ...itemInput() })
      const list = await who.call('points.staffItems', { communityId: pinganli })
      expect([create, list]).toMatchObject([{ code: codes[index] }, { code: codes[index] }])
    }
  })

  it('workers of another community, as if they were not there', async () => {
    const { id, version } = await newItem(chen)
    const calls = [
      zhao.call('points.editItem', edited(version, id)),
      restock(zhao, id, 1),
      zhao.call('points.closeItem', { requestId: newRequestId(), itemId: id }),
      zhao.call('points.openItem', { requestId: newRequestId(), itemId: id }),
      zhao.call('points.createItem', { requestId: newRequestId(), ...itemInput() }),
      zhao.call('points.staffItems', { communityId: pinganli }),
      zhao.call('points.ledgerState', { communityId: pinganli }),
      upload(zhao, photo('\xff\xd8\xff')),
    ]
    for (const reply of await Promise.all(calls))
      expect(reply).toMatchObject({ ok: false, code: 'NOT_FOUND' })
    expect((await stored(cloud, 'items', { _id: id }))[0]).toMatchObject({
      version: 1,
      left: 20,
      state: 'open',
    })
  })
})

describe('[L5] an edit', () => {
  it('of a version that is gone is refused; a repeat of the one that made it is not', async () => {
    const { id } = await newItem(chen)
    const first = edited(1, id, { name: '毛巾（新）' })
    const done = await chen.call('points.editItem', first)
    expect(done).toMatchObject({ ok: true, data: { version: 2, name: '毛巾（新）' } })
    expect(await chen.call('points.editItem', edited(1, id))).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await chen.call('points.editItem', first)).toEqual(done)
    expect(await chen.call('points.editItem', { ...first, name: '别的' })).toMatchObject({ code: 'CONFLICT' })
  })

  it('by two at once is done by one', async () => {
    const { id } = await newItem(chen)
    const replies = await Promise.all(
      ['甲', '乙'].map((name) => chen.call('points.editItem', edited(1, id, { name }))),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  it('leaves an audit row with what changed, before and after', async () => {
    const { id } = await newItem(chen)
    await chen.get('points.editItem', edited(1, id, { costPoints: 11 }))
    const [row] = await stored(cloud, 'audits', { document: id })
    expect(row).toMatchObject({
      action: 'points.editItem',
      communityId: pinganli,
      before: { costPoints: 10 },
      after: { costPoints: 11 },
    })
  })

  it('of the price leaves what was redeemed before at its old price', async () => {
    const { id } = await newItem(chen)
    const who = (await cloud.residents(1, 100))[0]!
    const before = await redeemed(who, id)
    await chen.get('points.editItem', edited(1, id, { costPoints: 50 }))
    expect(await redeemed(who, id)).toMatchObject({ costPoints: 50 })
    await who.get('points.cancelRedemption', { requestId: newRequestId(), redemptionId: before.id })
    expect((await who.get('points.overview', {})).available).toBe(50)
  })
})

describe('[L5] stock', () => {
  it('cannot fall below nothing, nor grow over its bound, what waits included', async () => {
    const { id } = await newItem(chen, { stock: 4_999 })
    const who = (await cloud.residents(1, 100))[0]!
    await redeemed(who, id, 9)
    expect(await restock(chen, id, -4_991)).toMatchObject({ code: 'STOCK_OUT_OF_RANGE', detail: 'change' })
    expect(await restock(chen, id, 2)).toMatchObject({ code: 'STOCK_OUT_OF_RANGE' })
    expect(await restock(chen, id, 1)).toMatchObject({ ok: true, data: { left: 4_991, reserved: 9 } })
    expect(await restock(chen, id, -4_991)).toMatchObject({ ok: true, data: { left: 0 } })
  })

  it('added in a repeated request is added once', async () => {
    const { id } = await newItem(chen)
    const requestId = newRequestId()
    const replies = await Promise.all([1, 2, 3].map(() => restock(chen, id, 5, requestId)))
    for (const reply of replies) expect(reply).toMatchObject({ ok: true, data: { left: 25 } })
    expect(await restock(chen, id, 6, requestId)).toMatchObject({ code: 'CONFLICT' })
  })
})

describe('[L5] a new item', () => {
  it('is made once by a repeated request, and never twice by one request id', async () => {
    const input = { requestId: newRequestId(), ...itemInput({ name: '只有一个' }) }
    const replies = await Promise.all([1, 2, 3].map(() => chen.call('points.createItem', input)))
    expect(new Set(replies.map((reply) => reply.ok && reply.data.id)).size).toBe(1)
    expect(await chen.call('points.createItem', { ...input, stock: 7 })).toMatchObject({ code: 'CONFLICT' })
    const { items } = await chen.get('points.staffItems', { communityId: pinganli })
    expect(items.filter(({ name }) => name === '只有一个')).toHaveLength(1)
  })
})

describe('[L5] a photo', () => {
  const refused = {
    svg: '<svg xmlns="http://www.w3.org/2000/svg">',
    page: '<html><script>',
    gif: 'GIF89a',
    pdf: '%PDF-',
  }

  test.each(Object.entries(refused))('that is a %s is refused by its bytes', async (_kind, head) => {
    expect(await upload(chen, photo(head))).toMatchObject({ code: 'PHOTO_UNSUPPORTED', detail: 'photo' })
  })

  it('over a megabyte is refused', async () => {
    const large = Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.alloc(999_998)]).toString(
      'base64',
    )
    expect(await upload(chen, large)).toMatchObject({ code: 'PHOTO_TOO_LARGE' })
    expect(await upload(chen, large + large)).toMatchObject({ code: 'INVALID_INPUT', detail: 'photo' })
  })

  it('of another community cannot be put on an item', async () => {
    const foreign = await zhao.get('points.uploadItemPhoto', {
      requestId: newRequestId(),
      communityId: liulin,
      photo: jpegWith().toString('base64'),
    })
    for (const photoId of [foreign.photoId, 'cloud://x/../items/secret.jpg', 'https://example.com/x.jpg']) {
      const input = { requestId: newRequestId(), ...itemInput({ photoId }) }
      expect(await chen.call('points.createItem', input)).toMatchObject({
        code: 'INVALID_INPUT',
        detail: 'photoId',
      })
    }
  })

  it('is seen by everybody once it is on an item', async () => {
    const uploaded = await upload(chen, jpegWith().toString('base64'))
    const photoId = uploaded.ok ? uploaded.data.photoId : ''
    const { id } = await newItem(chen, { photoId })
    const { item } = await cloud.guest().get('points.item', { itemId: id })
    const picture = await fetch(item.photoUrl ?? '')
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await picture.arrayBuffer()).equals(jpegWith())).toBe(true)
  })
})
