import { chances } from '../support/breadth'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { attempt, expectSound, newItem, reconcile, stored, type StaffItem } from './story'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const operations = chances(500)
const atOnce = 6

interface World {
  cloud: TestCloud
  residents: Caller[]
  staff: Caller[]
  items: Array<{ item: StaffItem; stock: number }>
  /** Ids of redemptions by the index of their owner. */
  made: Array<{ owner: number; id: string }>
  codes: Record<string, number>
}

/** mulberry32: the same seed gives the same history of wishes. */
function randomFrom(start: number): (below: number) => number {
  let state = start >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** One thing that somebody does. Each is called twice under one request id, and must answer twice alike. */
async function step(world: World, pick: (below: number) => number): Promise<void> {
  const kind = pick(20)
  const owner = pick(world.residents.length)
  const who = world.residents[owner]!
  const chosen = world.items[pick(world.items.length)]!
  const redemption = world.made[pick(world.made.length || 1)]
  const verifier = world.staff[pick(world.staff.length)]!
  const requestId = newRequestId()
  if (kind < 10 || !redemption) {
    const input = { requestId, itemId: chosen.item.id, quantity: 1 + pick(3) }
    const reply = await twice(world, who, 'points.redeem', input)
    if (reply.ok) world.made.push({ owner, id: (reply.data as { id: string }).id })
  } else if (kind < 14) {
    const mine = world.residents[redemption.owner]!
    await twice(world, mine, 'points.cancelRedemption', { requestId, redemptionId: redemption.id })
  } else if (kind < 18) await handOver(world, verifier, redemption, pick(2) === 0)
  else if (kind === 18) {
    const input = { requestId, itemId: chosen.item.id, change: 3 }
    if ((await twice(world, world.staff[0]!, 'points.restockItem', input)).ok) chosen.stock += 3
  } else await world.cloud.timer('sweepReservations')
}

async function handOver(world: World, verifier: Caller, made: { owner: number; id: string }, byQr: boolean) {
  const owner = world.residents[made.owner]!
  const shown = await attempt(owner, 'points.pickupCode', { redemptionId: made.id })
  const { code } = (shown.data ?? {}) as { code?: { digits: string; steps: { qr: string }[] } | null }
  if (!code) return
  const input = { requestId: newRequestId(), code: byQr ? code.steps[0]?.qr : code.digits }
  await twice(world, verifier, 'points.verifyPickup', input)
}

async function twice({ codes }: World, who: Caller, action: string, input: unknown) {
  const replies = [await attempt(who, action, input)]
  // What the client does until it has a definite reply.
  while (['DIED', 'INTERNAL', 'CONFLICT'].includes(replies[0]?.code ?? '') && replies.length < 8)
    replies.unshift(await attempt(who, action, input))
  const last = replies[0]!
  const code = last.ok ? 'ok' : (last.code ?? '')
  codes[code] = (codes[code] ?? 0) + 1
  return last
}

it(`[L5] a random history of ${operations} operations with faults leaves a sound ledger, seed ${seed}`, async () => {
  const cloud = await startTestCloud()
  const staff = [await cloud.staff('chen'), await cloud.staff('sun')]
  const items: World['items'] = []
  for (const costPoints of [3, 7, 20])
    items.push({ item: await newItem(staff[0]!, { stock: 60, costPoints, limitPerPerson: 40 }), stock: 60 })
  const world: World = { cloud, residents: await cloud.residents(6, 400), staff, items, made: [], codes: {} }
  cloud.faults.set({
    seed,
    rules: [
      { kind: 'delay', delayMs: 3, probability: 0.2, functionName: 'points' },
      { kind: 'conflict', probability: 0.05, functionName: 'points', action: 'database.commitTransaction' },
      { kind: 'errorBefore', probability: 0.002, functionName: 'points' },
      { kind: 'errorAfter', probability: 0.002, functionName: 'points' },
    ],
  })
  const pick = randomFrom(seed)
  let done = 0
  const worker = async () => {
    while (done++ < operations) await step(world, pick)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  cloud.faults.clear()
  process.stdout.write(`history: seed ${seed}, ${JSON.stringify(world.codes)}\n`)
  expect(world.codes.ok).toBeGreaterThan(operations / 4)
  for (const { item, stock } of world.items) await expectSound(cloud, item, stock)
  await expectBalances(world)
}, 180_000)

/** Every balance is what the statement says, entry by entry, and never below zero. */
async function expectBalances({ cloud, residents }: World): Promise<void> {
  for (const who of residents) {
    const { available, statement } = await who.get('points.overview', {})
    expect(available).toBe(statement.entries[0]?.balanceAfter)
  }
  const accounts = await stored<{ posted: number; lots: { points: number }[] }>(cloud, 'accounts')
  for (const { posted, lots } of accounts) {
    expect(posted).toBeGreaterThanOrEqual(0)
    expect(lots.reduce((sum, { points }) => sum + points, 0)).toBe(posted)
  }
  expect((await reconcile(cloud)).differences).toEqual([])
}
