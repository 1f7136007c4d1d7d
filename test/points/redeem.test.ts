import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { expectSound, liulin, newItem, redeemed, reconcile, stored, verify, codesOf } from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

const someone = async (points: number): Promise<Caller> => (await cloud.residents(1, points))[0]!

const redeem = (who: Caller, itemId: string, quantity = 1, requestId = newRequestId()) =>
  who.call('points.redeem', { requestId, itemId, quantity })

const balanceOf = async (who: Caller) => (await who.get('points.overview', {})).available

describe('[L5] redeeming is refused', () => {
  it('to a guest, to somebody without a verified home, and to staff', async () => {
    const item = await newItem(chen)
    expect(await redeem(cloud.guest(), item.id)).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await redeem(await cloud.resident('visitor'), item.id)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await redeem(chen, item.id)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('for an item that does not exist, and alike for one of another community', async () => {
    const foreign = await newItem(await cloud.staff('zhao'), { communityId: liulin })
    const who = await someone(100)
    for (const id of [`i_${'a'.repeat(22)}`, foreign.id])
      expect(await redeem(who, id)).toMatchObject({ ok: false, code: 'NOT_FOUND' })
    await expectSound(cloud, foreign, 20)
  })

  it('without enough points, and costs nothing', async () => {
    const item = await newItem(chen, { costPoints: 51 })
    const who = await someone(100)
    expect(await redeem(who, item.id, 2)).toMatchObject({ code: 'INSUFFICIENT_POINTS' })
    expect(await redeem(await someone(0), item.id)).toMatchObject({ code: 'INSUFFICIENT_POINTS' })
    expect(await balanceOf(who)).toBe(100)
    await expectSound(cloud, item, 20)
  })

  it('when it is sold out, closed or frozen', async () => {
    const who = await someone(500)
    const empty = await newItem(chen, { stock: 1 })
    expect(await redeem(who, empty.id, 2)).toMatchObject({ code: 'SOLD_OUT' })
    const closed = await newItem(chen)
    await chen.get('points.closeItem', { requestId: newRequestId(), itemId: closed.id })
    expect(await redeem(who, closed.id)).toMatchObject({ code: 'ITEM_CLOSED' })
    await chen.get('points.openItem', { requestId: newRequestId(), itemId: closed.id })
    expect(await redeem(who, closed.id)).toMatchObject({ ok: true })
  })

  it('when it costs more by now than the member agreed to', async () => {
    const item = await newItem(chen, { costPoints: 30 })
    const who = await someone(100)
    const wish = { itemId: item.id, quantity: 2 }
    const dearer = { ...wish, requestId: newRequestId(), atMostPoints: 59 }
    expect(await who.call('points.redeem', dearer)).toMatchObject({ code: 'PRICE_CHANGED' })
    expect(await balanceOf(who)).toBe(100)
    const agreed = { ...wish, requestId: newRequestId(), atMostPoints: 60 }
    expect(await who.call('points.redeem', agreed)).toMatchObject({ ok: true })
  })

  it('over the limit of the month, and let in again in the next', async () => {
    const item = await newItem(chen, { limitPerPerson: 2, limitPeriod: 'month' })
    const who = await someone(500)
    expect(await redeem(who, item.id, 3)).toMatchObject({ code: 'LIMIT_REACHED' })
    await redeemed(who, item.id, 2)
    expect(await redeem(who, item.id)).toMatchObject({ code: 'LIMIT_REACHED' })
    expect((await who.get('points.item', { itemId: item.id })).mine?.mayStillRedeem).toBe(0)
    cloud.faults.set({ clockSkewMs: { points: 32 * 86_400_000 } })
    expect(await redeem(who, item.id)).toMatchObject({ ok: true })
  })
})

describe('[L5] a redemption', () => {
  it('takes points and stock, and the statement says why', async () => {
    const item = await newItem(chen, { costPoints: 30, name: '晴雨伞' })
    const who = await someone(100)
    const redemption = await redeemed(who, item.id, 2)
    expect(redemption).toMatchObject({ costPoints: 60, quantity: 2, state: 'open', itemName: '晴雨伞' })
    const { available, statement } = await who.get('points.overview', {})
    expect(available).toBe(40)
    expect(statement.entries[0]).toMatchObject({
      seq: 2,
      amount: -60,
      balanceAfter: 40,
      reason: { kind: 'redeem', title: '晴雨伞 × 2' },
      redemptionId: redemption.id,
    })
    expect((await who.get('points.item', { itemId: item.id })).item.left).toBe(18)
    await expectSound(cloud, item, 20)
  })
})

describe('[L5] an item that was seen before', () => {
  it('is read once for those that follow, and costs each a round trip less', async () => {
    const item = await newItem(chen)
    const calls: (number | undefined)[] = []
    for (let count = 0; count < 3; count += 1) {
      await redeem(await someone(100), item.id)
      calls.push(cloud.stats.lastCall('points')?.databaseCalls)
    }
    expect(calls).toEqual([9, 8, 8])
  })

  it('and has changed since is taken as it is now: price, closing, new stock', async () => {
    const item = await newItem(chen, { costPoints: 10, stock: 2 })
    const [first, second, third] = await cloud.residents(3, 100)
    await redeem(first!, item.id)
    const { id: itemId, version } = item
    const fields = { name: item.name, description: '', costPoints: 25, limitPerPerson: item.limitPerPerson }
    const rest = { limitPeriod: item.limitPeriod, pickupPlace: '驿站', pickupHours: '每天', photoId: null }
    await chen.get('points.editItem', { requestId: newRequestId(), itemId, version, ...fields, ...rest })
    await redeem(second!, itemId)
    expect(await balanceOf(second!)).toBe(75)
    expect(await redeem(third!, itemId)).toMatchObject({ code: 'SOLD_OUT' })
    await chen.get('points.restockItem', { requestId: newRequestId(), itemId, change: 2 })
    expect(await redeem(third!, itemId)).toMatchObject({ ok: true })
    await chen.get('points.closeItem', { requestId: newRequestId(), itemId })
    expect(await redeem(third!, itemId)).toMatchObject({ code: 'ITEM_CLOSED' })
    await expectSound(cloud, item, 4)
  })

  it('with too few left, and was filled up since, refuses nobody from memory', async () => {
    const item = await newItem(chen, { stock: 3 })
    const [first, second] = await cloud.residents(2, 100)
    await redeemed(first!, item.id)
    await chen.get('points.restockItem', { requestId: newRequestId(), itemId: item.id, change: 100 })
    expect(await redeem(second!, item.id, 5)).toMatchObject({ ok: true })
    await expectSound(cloud, item, 103)
  })
})

describe('[L5] a request id', () => {
  it('used for something else is a CONFLICT, and holds no stock of the other item', async () => {
    const [item, other] = [await newItem(chen), await newItem(chen)]
    const who = await someone(500)
    const requestId = newRequestId()
    await redeem(who, item.id, 1, requestId)
    expect(await redeem(who, item.id, 2, requestId)).toMatchObject({ code: 'CONFLICT' })
    expect(await redeem(who, other.id, 1, requestId)).toMatchObject({ code: 'CONFLICT' })
    expect(await balanceOf(who)).toBe(490)
    expect((await who.get('points.item', { itemId: other.id })).item.left).toBe(20)
    await expectSound(cloud, item, 20)
    await expectSound(cloud, other, 20)
  })

  it('of another member has no effect on that member', async () => {
    const item = await newItem(chen)
    const [a, b] = [await someone(100), await someone(100)]
    const requestId = newRequestId()
    const first = await redeem(a, item.id, 1, requestId)
    const second = await redeem(b, item.id, 1, requestId)
    expect(first).toMatchObject({ ok: true })
    expect(second).toMatchObject({ ok: true })
    expect(first.ok && second.ok && first.data.id !== second.data.id).toBe(true)
    expect([await balanceOf(a), await balanceOf(b)]).toEqual([90, 90])
  })

  it('repeated gives the same reply, once only, however late', async () => {
    const item = await newItem(chen, { limitPerPerson: 1, limitPeriod: 'always', costPoints: 60 })
    const who = await someone(100)
    const requestId = newRequestId()
    const first = await redeem(who, item.id, 1, requestId)
    expect(await redeem(who, item.id, 1, requestId)).toEqual(first)
    await chen.get('points.closeItem', { requestId: newRequestId(), itemId: item.id })
    expect(await redeem(who, item.id, 1, requestId)).toEqual(first)
    expect(await balanceOf(who)).toBe(40)
  })

  it('repeated after the pick-up finds it picked up, and takes no second one from the stock', async () => {
    const item = await newItem(chen, { limitPerPerson: 1, costPoints: 60 })
    const who = await someone(100)
    const requestId = newRequestId()
    const first = await redeem(who, item.id, 1, requestId)
    const id = first.ok ? first.data.id : ''
    await verify(chen, (await codesOf(who, id)).digits)
    expect(await redeem(who, item.id, 1, requestId)).toMatchObject({
      ok: true,
      data: { id, state: 'picked_up' },
    })
    expect((await who.get('points.item', { itemId: item.id })).item.left).toBe(19)
    await expectSound(cloud, item, 20)
  })

  it('repeated after a cancel finds it cancelled, with no limit and enough points in the way of a second', async () => {
    const item = await newItem(chen)
    const who = await someone(100)
    const requestId = newRequestId()
    const first = await redeem(who, item.id, 1, requestId)
    const redemptionId = first.ok ? first.data.id : ''
    await who.get('points.cancelRedemption', { requestId: newRequestId(), redemptionId })
    expect(await redeem(who, item.id, 1, requestId)).toMatchObject({ data: { state: 'cancelled' } })
    expect(await balanceOf(who)).toBe(100)
    await expectSound(cloud, item, 20)
  })
})

describe('[L5] many at once', () => {
  it('60 on a stock of 40: 40 get it, 20 are told that it is sold out', async () => {
    const item = await newItem(chen, { stock: 40 })
    const people = await cloud.residents(60, 10)
    const replies = await Promise.all(people.map((who) => redeem(who, item.id)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(40)
    expect(replies.filter((reply) => !reply.ok && reply.code === 'SOLD_OUT')).toHaveLength(20)
    await expectSound(cloud, item, 40)
  })

  it('20 spends on a balance for 12: 12 succeed, 8 lack points', async () => {
    const item = await newItem(chen, { stock: 100 })
    const who = await someone(120)
    const replies = await Promise.all(Array.from({ length: 20 }, () => redeem(who, item.id)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(12)
    expect(replies.filter((reply) => !reply.ok && reply.code === 'INSUFFICIENT_POINTS')).toHaveLength(8)
    expect(await balanceOf(who)).toBe(0)
    await expectSound(cloud, item, 100)
  })

  it('30 identical calls: one effect, 30 equal replies', async () => {
    const item = await newItem(chen)
    const who = await someone(100)
    const requestId = newRequestId()
    const replies = await Promise.all(Array.from({ length: 30 }, () => redeem(who, item.id, 1, requestId)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]).toMatchObject({ ok: true })
    expect(await balanceOf(who)).toBe(90)
    await expectSound(cloud, item, 20)
  })
})

describe('[L5] a reservation whose call died', () => {
  const dieAfterTake = () =>
    cloud.faults.set({ rules: [{ kind: 'crashAfter', functionName: 'points', nth: 3, times: 1 }] })

  it('goes back to the stock once, by the sweeper', async () => {
    const item = await newItem(chen)
    const who = await someone(100)
    dieAfterTake()
    await expect(redeem(who, item.id)).rejects.toThrow('502')
    expect((await stored<{ left: number }>(cloud, 'items', { _id: item.id }))[0]?.left).toBe(19)
    expect(await cloud.timer('sweepReservations')).toMatchObject({ data: { givenBack: 0 } })
    const swept = await Promise.all([1, 2, 3].map(() => cloud.timer('sweepReservations', { graceMs: 0 })))
    const givenBack = swept.map((reply) => (reply.ok ? reply.data.givenBack : -1))
    expect(givenBack.reduce((sum, count) => sum + count, 0)).toBe(1)
    await expectSound(cloud, item, 20)
  })

  it('is taken over by a repeat of the request after the grace', async () => {
    const item = await newItem(chen)
    const who = await someone(100)
    const requestId = newRequestId()
    dieAfterTake()
    await expect(redeem(who, item.id, 1, requestId)).rejects.toThrow('502')
    cloud.faults.set({ clockSkewMs: { points: 20_000 } })
    expect(await redeem(who, item.id, 1, requestId)).toMatchObject({ ok: true })
    expect(await balanceOf(who)).toBe(90)
    await expectSound(cloud, item, 20)
  })

  it('is not taken over for another quantity: more would be redeemed than is held', async () => {
    const item = await newItem(chen)
    const who = await someone(100)
    const requestId = newRequestId()
    dieAfterTake()
    await expect(redeem(who, item.id, 1, requestId)).rejects.toThrow('502')
    cloud.faults.set({ clockSkewMs: { points: 20_000 } })
    expect(await redeem(who, item.id, 3, requestId)).toMatchObject({ code: 'CONFLICT' })
    expect((await reconcile(cloud)).differences).toEqual([])
    await expectSound(cloud, item, 20)
  })
})
