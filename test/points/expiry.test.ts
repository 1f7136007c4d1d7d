import { addMinutes, chinaDay } from '../../cloudfunctions/kit/time'
import { emptyAccount, nextEntry } from '../../cloudfunctions/points/journal'
import type { Account, Journal, LotPoints } from '../../cloudfunctions/points/store'
import type { StoredDocument } from '../../localcloud/engine/types'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { newItem, pinganli, reconcile, redeemed, stored, type StaffItem } from './story'

let cloud: TestCloud
let chen: Caller
let item: StaffItem

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  item = await newItem(chen, { stock: 100 })
})
afterEach(async () => {
  cloud.faults.clear()
  expect((await reconcile(cloud)).differences).toEqual([])
})

const dayMs = 86_400_000

/** A day in China, `count` days from today. */
const day = (count: number) => chinaDay(addMinutes(new Date(), count * 24 * 60))

/** As the statement says it. */
const inWords = (date: string) => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1 年 $2 月 $3 日')

/** Moves the clock of the functions. */
const after = (ms: number) => cloud.faults.set({ clockSkewMs: { points: ms, jobs: ms, home: ms } })

/** A number of points that no other account has, to tell it by. */
let unlike = 4_000

/** Somebody whose ledger is from before expiry was an entry: points of these days, and none of them ever taken out. */
async function withLots(...lots: LotPoints[]): Promise<Caller> {
  unlike += 1
  const [who] = await cloud.residents(1, unlike)
  const [made] = await stored<Account>(cloud, 'accounts', { posted: unlike })
  const accountId = made!._id
  let account = emptyAccount(pinganli, made!.memberId)
  const journals: Journal[] = []
  for (const [index, lot] of lots.entries()) {
    const next = nextEntry(account, granted(`grant:${unlike}:${index}`, lot), day(-400))
    account = next.account
    journals.push(next.journal)
  }
  await cloud.engine.remove('journals', { 'member.account': accountId }, true)
  await cloud.engine.remove('accounts', { _id: accountId }, false)
  await cloud.engine.insert('journals', journals as unknown as StoredDocument[])
  await cloud.engine.insert('accounts', [account as unknown as StoredDocument])
  return who!
}

const granted = (key: string, lot: LotPoints) => ({
  key,
  amount: lot.points,
  lots: [lot],
  system: 'issuance' as const,
  reason: { kind: 'grant' as const, title: '清洁楼道', rule: null, ruleVersion: null },
  redemptionId: null,
  reverses: null,
  actor: 'm_1',
  at: new Date(Date.now() - 400 * dayMs).toISOString(),
})

/** Amount, balance after it and title of each entry, newest first. */
async function linesOf(who: Caller) {
  const { statement } = await who.get('points.overview', {})
  return statement.entries.map(({ amount, balanceAfter, reason }) => [amount, balanceAfter, reason.title])
}

const expiryLine = (points: number, left: number, date: string) => [-points, left, inWords(date)]

describe('[L6] points whose last day has passed', () => {
  it('stay until that day is over, and are gone from the balance and the statement then', async () => {
    const who = (await cloud.residents(1, 100))[0]!
    const [lot] = (await who.get('points.overview', {})).lots
    const endOfDay = Date.parse(`${lot!.expiresOn}T23:59:00+08:00`) - Date.now()
    after(endOfDay)
    await cloud.timer('timeOutRedemptions')
    expect(await linesOf(who)).toEqual([[100, 100, '演示用积分']])
    after(endOfDay + 120_000)
    expect(await cloud.timer('timeOutRedemptions')).toMatchObject({ ok: true })
    expect((await who.get('points.overview', {})).available).toBe(0)
    expect(await linesOf(who)).toEqual([expiryLine(100, 0, lot!.expiresOn), [100, 100, '演示用积分']])
    const [entry] = (await who.get('points.statement', { limit: 1 })).entries
    expect(entry).toMatchObject({ seq: 2, reason: { kind: 'expire', rule: null }, redemptionId: null })
  })

  it('leave one day after the other, once, however often and at once the timer runs', async () => {
    const [first, second, third] = [day(-400), day(-1), day(0)]
    const who = await withLots(
      { expiresOn: first, points: 5 },
      { expiresOn: second, points: 7 },
      { expiresOn: third, points: 9 },
    )
    const runs = await Promise.all([1, 2, 3].map(() => cloud.timer('timeOutRedemptions')))
    expect(runs.reduce((sum, run) => sum + (run.ok ? run.data.expired : 99), 0)).toBe(1)
    expect(await cloud.timer('timeOutRedemptions')).toMatchObject({ data: { expired: 0, more: false } })
    expect((await linesOf(who)).slice(0, 2)).toEqual([expiryLine(7, 9, second), expiryLine(5, 16, first)])
    expect((await who.get('points.overview', {})).available).toBe(9)
  })

  it('leave before whatever is posted next, in one step with it', async () => {
    const who = await withLots({ expiresOn: day(-1), points: 50 }, { expiresOn: day(100), points: 30 })
    const { id } = await redeemed(who, item.id)
    expect(cloud.stats.lastCall('points')?.databaseCalls).toBeLessThanOrEqual(10)
    expect((await linesOf(who)).slice(0, 2)).toEqual([[-10, 20, item.name], expiryLine(50, 30, day(-1))])
    const [redemption] = await stored<{ accountSeq: number }>(cloud, 'redemptions', { _id: id })
    expect(redemption?.accountSeq).toBe(4)
    expect((await who.get('points.overview', {})).available).toBe(20)
  })

  it('that come back from a redemption leave again at once, and the statement says both', async () => {
    const who = await withLots({ expiresOn: day(0), points: 10 }, { expiresOn: day(100), points: 30 })
    const { id } = await redeemed(who, item.id)
    after(dayMs)
    await who.get('points.cancelRedemption', { requestId: newRequestId(), redemptionId: id })
    expect(cloud.stats.lastCall('points')?.databaseCalls).toBeLessThanOrEqual(12)
    expect((await linesOf(who)).slice(0, 2)).toEqual([expiryLine(10, 30, day(0)), [10, 40, item.name]])
    expect((await who.get('points.overview', {})).available).toBe(30)
  })

  it('also those of a day on which some have expired before', async () => {
    const who = await withLots({ expiresOn: day(0), points: 25 })
    const { id } = await redeemed(who, item.id)
    for (const days of [1, 20]) {
      after(days * dayMs)
      expect(await cloud.timer('timeOutRedemptions')).toMatchObject({ ok: true })
    }
    expect(await linesOf(who)).toEqual([
      expiryLine(10, 0, day(0)),
      [10, 10, item.name],
      expiryLine(15, 0, day(0)),
      [-10, 15, item.name],
      [25, 25, '清洁楼道'],
    ])
    expect((await who.get('points.redemptions', {})).redemptions[0]).toMatchObject({ id, state: 'timed_out' })
  })

  it('of an account that does not add up hold up nobody else', async () => {
    const broken = await withLots({ expiresOn: day(-1), points: 50 })
    const who = await withLots({ expiresOn: day(-1), points: 60 })
    const alter = (from: number, posted: number) =>
      cloud.engine.modify({
        collection: 'accounts',
        filter: { 'lots.points': 50, posted: from },
        change: { $set: { posted } },
        ...{ replace: false, upsert: false, multi: false },
      })
    await alter(50, 49)
    expect(await cloud.timer('timeOutRedemptions')).toMatchObject({ code: 'INTERNAL' })
    expect((await linesOf(who))[0]).toEqual(expiryLine(60, 0, day(-1)))
    await alter(49, 50)
    expect(await cloud.timer('timeOutRedemptions')).toMatchObject({ data: { expired: 1 } })
    expect((await linesOf(broken))[0]).toEqual(expiryLine(50, 0, day(-1)))
  })
})

it('[L6] the proof counts what expired: issued − redeemed + reversed − expired = outstanding', async () => {
  await withLots({ expiresOn: day(-1), points: 50 })
  await cloud.timer('timeOutRedemptions')
  await reconcile(cloud)
  const { lastProof } = await chen.get('points.ledgerState', { communityId: pinganli })
  const { issued = 0, redeemed: spent = 0, reversed = 0, expired = 0, outstanding = 0 } = lastProof ?? {}
  expect(expired).toBeGreaterThanOrEqual(50)
  expect(issued - spent + reversed - expired).toBe(outstanding)
})
