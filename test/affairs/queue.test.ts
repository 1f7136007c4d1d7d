import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Output } from '@contract/index'
import { startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { storeCases } from './many-cases'
import { handlerIds, pinganli, storedCase, submitted } from './story'

type Row = Output<'affairs.queue'>['cases'][number]
type View = 'todo' | 'mine' | 'waiting' | 'done'

/** Stored in all; 3,000 of them in one community's queues. */
const stored = 4_000

let cloud: TestCloud
let chen: Caller
let guo: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[chen, guo] = [await cloud.staff('chen'), await cloud.staff('guo')]
  const template = await storedCase(cloud, (await submitted(await cloud.resident('li'))).id)
  const ids = await handlerIds(chen)
  const handler = { id: ids['郭建军'] ?? '', name: '郭建军' }
  await storeCases(cloud.engine, template, stored, handler)
})

const page = (who: Caller, view: View, before?: string) =>
  who.get('affairs.queue', { communityId: pinganli, view, before })

/** The first pages of a view, with the calls that each of them cost. */
async function leaf(who: Caller, view: View, pages: number): Promise<{ rows: Row[]; calls: number }> {
  const rows: Row[] = []
  let [before, calls]: [string | undefined, number] = [undefined, 0]
  for (let count = 0; count < pages; count += 1) {
    const given = await page(who, view, before)
    calls = Math.max(calls, cloud.stats.lastCall('affairs')?.databaseCalls ?? 99)
    rows.push(...given.cases)
    if (given.nextBefore === null) break
    before = given.nextBefore
  }
  return { rows, calls }
}

describe('[A2] the queue of today', () => {
  it.each(['todo', 'waiting', 'done'] as const)(
    '%s costs four round trips, and no case comes twice',
    async (view) => {
      const { rows, calls } = await leaf(chen, view, 5)
      expect(calls).toBeLessThanOrEqual(4)
      expect(rows).toHaveLength(100)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(100)
    },
  )

  it('begins with what is overdue, the oldest first; then comes what is due soonest', async () => {
    const { rows } = await leaf(chen, 'todo', 20)
    const days = rows.map(({ dueOn }) => dueOn ?? '')
    expect(days).toEqual([...days].sort())
    const overdue = rows.map((row) => row.overdue)
    expect(overdue.lastIndexOf(true)).toBe(overdue.indexOf(false) - 1)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['submitted', 'accepted']))
  })

  it('counts what is new, due today and overdue, to 99', async () => {
    // Of 3,000 two in ten are overdue: far more than are counted, and yet they take nothing from what is due today.
    expect((await page(chen, 'todo')).counts).toMatchObject({ new: 99, overdue: 99, dueToday: 99 })
    const { counts } = await page(guo, 'mine')
    expect(counts).toMatchObject({ overdue: 99, dueToday: 56 })
  })

  it('of a handler holds what was dispatched to him or her, and nothing else', async () => {
    const { rows } = await leaf(guo, 'mine', 3)
    expect(rows).toHaveLength(60)
    expect(rows.every(({ handlerName, state }) => handlerName === '郭建军' && state === 'dispatched')).toBe(
      true,
    )
    expect((await page(guo, 'todo')).cases).toEqual([])
    expect((await page(guo, 'waiting')).cases).toEqual([])
    expect(
      (await page(await cloud.staff('tang'), 'mine')).cases.some(({ handlerName }) => handlerName !== '唐丽'),
    ).toBe(false)
  })

  it('counts both, at one more round trip, when hundreds are due on one day', async () => {
    const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await cloud.engine.modify({
      collection: 'cases',
      filter: { dueOn: tomorrow },
      change: { $set: { dueOn: today } },
      replace: false,
      upsert: false,
      multi: true,
    })
    expect((await page(chen, 'todo')).counts).toMatchObject({ overdue: 99, dueToday: 99 })
    expect(cloud.stats.lastCall('affairs')?.databaseCalls).toBe(5)
  })

  it('is closed to others: guest, resident, steward, worker of another community', async () => {
    const others = [
      cloud.guest(),
      await cloud.resident('li'),
      await cloud.staff('sun'),
      await cloud.staff('zhao'),
    ]
    const codes = await Promise.all(
      others.map(async (who) => {
        const reply = await who.call('affairs.queue', { communityId: pinganli, view: 'todo' })
        return reply.ok ? 'ok' : reply.code
      }),
    )
    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'])
  })

  it('never reads more than it needs: no query walks through what is stored', () => {
    const log = readFileSync(join(cloud.directory, 'logs/functions.log'), 'utf8')
    expect(log).not.toContain('without an index')
  })
})
