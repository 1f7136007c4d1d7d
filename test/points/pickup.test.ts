import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  applied,
  checkOut,
  codesOf as activityCodesOf,
  fromNow,
  hour,
  join,
  later,
  newActivity,
  present,
} from '../party/story'
import { codesOf, expectSound, liulin, newItem, redeemed, stored, verify, type StaffItem } from './story'

let cloud: TestCloud
let chen: Caller
let sun: Caller
let item: StaffItem

const days = (count: number) => count * 86_400_000

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  sun = await cloud.staff('sun')
})
beforeEach(async () => (item = await newItem(chen)))
afterEach(async () => {
  cloud.faults.clear()
  await expectSound(cloud, item, 20)
})

const someone = async (): Promise<Caller> => (await cloud.residents(1, 100))[0]!

/** A resident with 100 points and, from a service of almost two hours a year later, 3 more that expire later. */
async function servedNextYear(): Promise<Caller> {
  const who = await someone()
  await chen.get('party.verify', { requestId: newRequestId(), registrationId: (await applied(who)).id })
  const times = { startsAt: fromNow(days(366)), endsAt: fromNow(days(366) + 2 * hour) }
  const { id } = await newActivity(chen, times)
  later(cloud, days(366))
  await join(who, id)
  await present(cloud, chen, who, id, days(366) + 2 * hour)
  await checkOut(who, (await activityCodesOf(chen, id)).out)
  cloud.faults.clear()
  return who
}

/** Moves the clock of the functions; what was locked before is open again. */
const after = (ms: number) => cloud.faults.set({ clockSkewMs: { points: ms, jobs: ms } })

const cancel = (who: Caller, redemptionId: string, requestId = newRequestId()) =>
  who.call('points.cancelRedemption', { requestId, redemptionId })

const wrongOf = (digits: string, step: number) => String((Number(digits) + step) % 1e8).padStart(8, '0')

describe('[L5] handing over is refused', () => {
  it('to residents, guests and those whose duty is another', async () => {
    const who = await someone()
    const { digits } = await codesOf(who, (await redeemed(who, item.id)).id)
    expect(await verify(who, digits)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await verify(cloud.guest(), digits)).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await verify(await cloud.staff('zhou'), digits)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('for a code of another community, QR and digits alike', async () => {
    const who = await someone()
    const { digits, qr } = await codesOf(who, (await redeemed(who, item.id)).id)
    const zhao = await cloud.staff('zhao')
    expect(await verify(zhao, digits)).toMatchObject({ code: 'CODE_WRONG' })
    expect(await verify(zhao, qr)).toMatchObject({ code: 'CODE_WRONG' })
  })

  it('for a QR that is old or altered, and for a code that was used or cancelled', async () => {
    const who = await someone()
    const [one, two] = [await redeemed(who, item.id), await redeemed(who, item.id)]
    const codes = [await codesOf(who, one.id), await codesOf(who, two.id)]
    after(61_000)
    expect(await verify(sun, codes[0]!.qr)).toMatchObject({ code: 'CODE_OUTDATED' })
    cloud.faults.clear()
    expect(
      await verify(
        sun,
        codes[0]!.qr.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      ),
    ).toMatchObject({
      code: 'CODE_WRONG',
    })
    expect(await verify(sun, codes[0]!.qr)).toMatchObject({ ok: true })
    await cancel(who, two.id)
    expect(await verify(sun, codes[0]!.qr)).toMatchObject({ code: 'ALREADY_PICKED_UP' })
    expect(await verify(sun, codes[0]!.digits)).toMatchObject({ code: 'ALREADY_PICKED_UP' })
    expect(await verify(sun, codes[1]!.qr)).toMatchObject({ code: 'ALREADY_ENDED' })
    expect(await verify(sun, codes[1]!.digits)).toMatchObject({ code: 'ALREADY_ENDED' })
  })

  it('when a request id was used for another code: one request hands over one thing', async () => {
    const who = await someone()
    const [one, two] = [await redeemed(who, item.id), await redeemed(who, item.id)]
    const requestId = newRequestId()
    await verify(chen, (await codesOf(who, one.id)).qr, requestId)
    expect(await verify(chen, (await codesOf(who, two.id)).qr, requestId)).toMatchObject({ code: 'CONFLICT' })
    expect(await verify(chen, (await codesOf(who, two.id)).digits, requestId)).toMatchObject({
      code: 'CONFLICT',
    })
    expect((await who.get('points.pickupCode', { redemptionId: two.id })).redemption.state).toBe('open')
  })
})

describe('[L5] wrong digits', () => {
  it('lock after five, for the right ones too, and open again when the window is over', async () => {
    const who = await someone()
    const { digits } = await codesOf(who, (await redeemed(who, item.id)).id)
    after(days(1))
    for (let guess = 1; guess <= 5; guess += 1)
      expect(await verify(sun, wrongOf(digits, guess))).toMatchObject({ code: 'CODE_WRONG' })
    expect(await verify(sun, wrongOf(digits, 6))).toMatchObject({ code: 'TOO_MANY_TRIES' })
    expect(await verify(sun, digits)).toMatchObject({ code: 'TOO_MANY_TRIES' })
    after(days(1) + 14 * 60_000)
    expect(await verify(sun, digits)).toMatchObject({ code: 'TOO_MANY_TRIES' })
    after(days(1) + 16 * 60_000)
    expect(await verify(sun, digits)).toMatchObject({ ok: true })
  })

  it('20 at once get no more than five looks', async () => {
    const who = await someone()
    const { digits, qr } = await codesOf(who, (await redeemed(who, item.id)).id)
    after(days(2))
    const guesses = Array.from({ length: 20 }, (_, step) => verify(sun, wrongOf(digits, step + 1)))
    const codes = (await Promise.all(guesses)).map((reply) => (reply.ok ? 'ok' : reply.code))
    expect(codes.filter((code) => code === 'CODE_WRONG').length).toBeLessThanOrEqual(5)
    expect(codes.filter((code) => !['CODE_WRONG', 'TOO_MANY_TRIES'].includes(code))).toEqual([])
    expect(qr).toMatch(/^JL1\./)
  })

  it('lock the one who guesses and nobody else; the right ones cost no guess', async () => {
    const who = await someone()
    after(days(3))
    for (let turn = 0; turn < 7; turn += 1) {
      const { digits } = await codesOf(who, (await redeemed(who, item.id)).id)
      expect(await verify(chen, digits)).toMatchObject({ ok: true })
    }
  })
})

describe('[L5] handing over', () => {
  it.each(['digits', 'qr'] as const)(
    'by %s, repeated: the same reply, also when the QR is long outdated',
    async (kind) => {
      const who = await someone()
      const redemption = await redeemed(who, item.id, 2)
      const code = (await codesOf(who, redemption.id))[kind]
      const requestId = newRequestId()
      after(0)
      const first = await verify(chen, code, requestId)
      expect(first).toMatchObject({
        ok: true,
        data: { redemptionId: redemption.id, quantity: 2, costPoints: 20, memberPlace: '1 号楼 1 单元' },
      })
      after(3_600_000)
      expect(await verify(chen, code, requestId)).toEqual(first)
      expect((await who.get('points.pickupCode', { redemptionId: redemption.id })).code).toBeNull()
      expect(await cancel(who, redemption.id)).toMatchObject({ code: 'ALREADY_PICKED_UP' })
    },
  )

  it('by two verifiers at once happens once', async () => {
    const who = await someone()
    const { qr, digits } = await codesOf(who, (await redeemed(who, item.id)).id)
    const replies = await Promise.all([verify(chen, qr), verify(sun, qr), verify(chen, digits)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.filter((reply) => !reply.ok && reply.code === 'ALREADY_PICKED_UP')).toHaveLength(2)
  })

  it('and a cancel at the same moment: one of them, and the points follow it', async () => {
    const who = await someone()
    for (let round = 0; round < 5; round += 1) {
      const { id } = await redeemed(who, item.id)
      const before = (await who.get('points.overview', {})).available
      const { qr } = await codesOf(who, id)
      const [handed, cancelled] = await Promise.all([verify(chen, qr), cancel(who, id)])
      expect([handed.ok, cancelled.ok].sort()).toEqual([false, true])
      expect((await who.get('points.overview', {})).available).toBe(before + (cancelled.ok ? 10 : 0))
    }
  })
})

describe('[L5] cancelling', () => {
  it('is refused for what is another’s, and for a request id used for another redemption', async () => {
    const [who, other] = await cloud.residents(2, 100)
    const [one, two] = [await redeemed(who!, item.id), await redeemed(who!, item.id)]
    expect(await cancel(other!, one.id)).toMatchObject({ code: 'NOT_FOUND' })
    const requestId = newRequestId()
    expect(await cancel(who!, one.id, requestId)).toMatchObject({ ok: true })
    expect(await cancel(who!, two.id, requestId)).toMatchObject({ code: 'CONFLICT' })
    expect(await cancel(who!, one.id)).toMatchObject({ code: 'ALREADY_ENDED' })
  })

  it('puts points into the lots that they came from and stock on the shelf; repeated, once', async () => {
    const who = await servedNextYear()
    const before = await who.get('points.overview', {})
    expect(before.lots.map(({ points }) => points)).toEqual([100, 3])
    item = await newItem(chen, { costPoints: 17, stock: 20 })
    const { id } = await redeemed(who, item.id, 6)
    expect((await who.get('points.overview', {})).lots.map(({ points }) => points)).toEqual([1])
    const requestId = newRequestId()
    const first = await cancel(who, id, requestId)
    expect(first).toMatchObject({ ok: true, data: { state: 'cancelled' } })
    expect(await cancel(who, id, requestId)).toEqual(first)
    const then = await who.get('points.overview', {})
    expect([then.lots, then.available]).toEqual([before.lots, before.available])
    expect(then.statement.entries[0]).toMatchObject({ amount: 102, reason: { kind: 'cancel' } })
    expect((await who.get('points.item', { itemId: item.id })).item.left).toBe(20)
  })
})

describe('[L5] what nobody picks up', () => {
  it('stays while there is time', async () => {
    const who = await someone()
    await redeemed(who, item.id)
    after(days(13))
    expect(await cloud.timer('timeOutRedemptions')).toMatchObject({ ok: true })
    expect((await who.get('points.redemptions', {})).redemptions[0]).toMatchObject({ state: 'open' })
  })

  it('goes back by itself, once, however often and at once the timer runs', async () => {
    const who = await someone()
    const { id } = await redeemed(who, item.id, 3)
    after(days(15))
    const runs = await Promise.all([1, 2, 3].map(() => cloud.timer('timeOutRedemptions')))
    expect(runs.every(({ ok }) => ok)).toBe(true)
    cloud.faults.clear()
    expect((await who.get('points.overview', {})).available).toBe(100)
    expect((await who.get('points.redemptions', {})).redemptions[0]).toMatchObject({ id, state: 'timed_out' })
    expect(await stored(cloud, 'journals', { redemptionId: id })).toHaveLength(2)
    expect(await cancel(who, id)).toMatchObject({ code: 'ALREADY_ENDED' })
  })

  it('and cannot be refunded is reported, and holds up nobody else', async () => {
    const [unlucky, who] = await cloud.residents(2, 100)
    const broken = await redeemed(unlucky!, item.id)
    const filter = { _id: `redeem:${broken.id}` }
    const [journal] = await stored(cloud, 'journals', filter)
    await cloud.engine.remove('journals', filter, false)
    await redeemed(who!, item.id)
    after(days(16))
    expect(await cloud.timer('timeOutRedemptions')).toMatchObject({ code: 'INTERNAL' })
    expect((await who!.get('points.overview', {})).available).toBe(100)
    await cloud.engine.insert('journals', [journal!])
    expect(await cloud.timer('timeOutRedemptions')).toMatchObject({ data: { timedOut: 1 } })
  })

  it('of another community is timed out as well', async () => {
    const towel = await newItem(await cloud.staff('zhao'), { communityId: liulin })
    const liu = await cloud.resident('liu')
    await redeemed(liu, towel.id)
    after(days(15))
    expect(await cloud.timer('timeOutRedemptions')).toMatchObject({ ok: true })
    cloud.faults.clear()
    await expectSound(cloud, towel, 20)
  })
})
