import type { ActionName, Output } from '@contract/index'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { codesOf, liulin, newItem, pinganli, redeemed, type StaffItem } from './story'

let cloud: TestCloud
let chen: Caller
let item: StaffItem

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  item = await newItem(chen, { stock: 100, costPoints: 1 })
})

describe('[L5] the statement', () => {
  let who: Caller

  beforeAll(async () => {
    who = (await cloud.residents(1, 100))[0]!
    for (let count = 0; count < 12; count += 1) await redeemed(who, item.id)
  })

  it.each([1, 4, 5, 13, 50])(
    'in pages of %i has every entry once, newest first, each chained to the next',
    async (limit) => {
      const seen: Output<'points.statement'>['entries'] = []
      let before: number | undefined
      for (let page = 0; page < 20; page += 1) {
        const { entries, nextBefore } = await who.get('points.statement', { limit, before })
        seen.push(...entries)
        // An entry that comes meanwhile shifts no page.
        if (nextBefore === null) break
        before = nextBefore
      }
      expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, index) => 13 - index))
      seen.slice(0, -1).forEach((entry, index) => {
        expect(entry.previousHash).toBe(seen[index + 1]?.hash)
        expect(entry.balanceAfter).toBe((seen[index + 1]?.balanceAfter ?? 0) + entry.amount)
      })
    },
  )

  it('of redemptions pages alike', async () => {
    const first = await who.get('points.redemptions', { limit: 7 })
    const second = await who.get('points.redemptions', { limit: 7, before: first.nextBefore ?? undefined })
    const ids = [...first.redemptions, ...second.redemptions].map(({ id }) => id)
    expect(new Set(ids).size).toBe(12)
    expect([second.redemptions.length, second.nextBefore]).toEqual([5, null])
  })

  it('of somebody without an account is empty', async () => {
    const fresh = (await cloud.residents(1, 0))[0]!
    expect(await fresh.get('points.overview', {})).toEqual({
      available: 0,
      lots: [],
      statement: { entries: [], nextBefore: null },
    })
  })
})

describe('[L1] the first screen', () => {
  it('is refused for a community that there is not', async () => {
    expect(await cloud.guest().call('home.show', { communityId: 'a1.b2.c3' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('shows a guest and a visitor the community that they ask for, and nothing of anybody', async () => {
    for (const who of [cloud.guest(), await cloud.resident('visitor'), chen]) {
      const shown = await who.get('home.show', { communityId: liulin })
      expect(shown).toMatchObject({ community: { id: liulin, name: '柳林社区' }, resident: null })
      expect(shown.items.every(({ communityId }) => communityId === liulin)).toBe(true)
    }
  })

  it('shows a resident the own community, whatever is asked for', async () => {
    const shown = await (await cloud.resident('liu')).get('home.show', { communityId: pinganli })
    expect(shown).toMatchObject({ community: { id: liulin }, resident: { building: '5', toPickUpCount: 1 } })
  })

  it('shows what waits and what expires first', async () => {
    const shown = await (await cloud.resident('li')).get('home.show', {})
    const overview = await (await cloud.resident('li')).get('points.overview', {})
    expect(shown.resident).toMatchObject({ available: overview.available, nextExpiry: overview.lots[0] })
    expect(shown.resident?.toPickUp[0]).toMatchObject({ itemName: '抽纸（6 包）' })
  })

  it('says nothing of points that have expired', async () => {
    // Points granted in January are valid for almost two years.
    const longAfter = 750 * 86_400_000
    cloud.faults.set({ clockSkewMs: { points: longAfter, home: longAfter } })
    const li = await cloud.resident('li')
    expect((await li.get('home.show', {})).resident).toMatchObject({ available: 0, nextExpiry: null })
    expect(await li.get('points.overview', {})).toMatchObject({ available: 0, lots: [] })
    cloud.faults.clear()
  })
})

describe('[O2] round trips to the database', () => {
  const most: Array<[string, number, ActionName, () => Promise<[Caller, Record<string, unknown>]>]> = [
    [
      'redeem',
      10,
      'points.redeem',
      async () => [await rich(), { requestId: newRequestId(), itemId: item.id, quantity: 1 }],
    ],
    ['the points page', 3, 'points.overview', async () => [await rich(), {}]],
    [
      'verify by digits',
      8,
      'points.verifyPickup',
      async () => [chen, { requestId: newRequestId(), code: (await codes()).digits }],
    ],
    [
      'verify by QR',
      8,
      'points.verifyPickup',
      async () => [chen, { requestId: newRequestId(), code: (await codes()).qr }],
    ],
    ['cancel', 12, 'points.cancelRedemption', cancellation],
    ['the first screen', 5, 'home.show', async () => [await looked(await rich()), {}]],
    ['an item', 3, 'points.item', async () => [await rich(), { itemId: item.id }]],
    ['a page of the statement', 2, 'points.statement', async () => [await rich(), { limit: 50 }]],
  ]

  const rich = async () => (await cloud.residents(1, 100))[0]!

  /** Warm: the instance has just read the community's board. */
  async function looked(who: Caller): Promise<Caller> {
    await who.get('home.show', {})
    return who
  }

  async function codes() {
    const who = await rich()
    return codesOf(who, (await redeemed(who, item.id)).id)
  }

  async function cancellation(): Promise<[Caller, Record<string, unknown>]> {
    const who = await rich()
    return [who, { requestId: newRequestId(), redemptionId: (await redeemed(who, item.id)).id }]
  }

  it.each(most)('%s: at most %i', async (_name, bound, action, prepare) => {
    const [who, input] = await prepare()
    expect(await who.send(action, input)).toMatchObject({ ok: true })
    const { databaseCalls = 99 } = cloud.stats.lastCall(action.split('.')[0] ?? '') ?? {}
    expect(databaseCalls).toBeLessThanOrEqual(bound)
  })
})
