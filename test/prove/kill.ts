import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callerAt, newTokens, newRequestId, signInAs, type Caller } from '../support/caller'
import { startCloudProcess, type CloudProcess } from '../support/cloud-process'
import type { Line } from './line'

const rounds = 20
const people = 20
const stock = 5_000
const communityId = 'wendeng.tianfu.pinganli'

/** A redemption that somebody asked for, and what is known of it. */
interface Wish {
  token: string
  requestId: string
  itemId: string
  /** Set by a definite reply. */
  redemptionId?: string
  /** A cancel was asked for, under this request id. */
  cancelId?: string
  cancelled?: boolean
}

/** What the rounds did, and everything that is wrong. */
interface Record {
  wishes: Wish[]
  acknowledged: number
  faults: string[]
  slowestStartMs: number
}

/** Kills the running cloud under load, again and again, and looks for anything that was lost. */
export async function kill(): Promise<Line[]> {
  const directory = mkdtempSync(join(tmpdir(), 'jinlin-kill-'))
  try {
    const { acknowledged, faults, slowestStartMs } = await killRounds(directory)
    return [
      {
        line: `kill −9 of the running cloud under load, ${rounds} rounds`,
        limit: 'nothing acknowledged lost, reconcile clean, no reservation left',
        figure: [`${acknowledged} acknowledged`, ...faults.slice(0, 5), `${faults.length} faults`].join('; '),
        holds: faults.length === 0 && acknowledged > rounds,
      },
      {
        line: '  ready again after a kill, slowest',
        limit: '≤ 10 s',
        figure: `${(slowestStartMs / 1000).toFixed(2)} s`,
        holds: slowestStartMs <= 10_000,
      },
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function killRounds(directory: string): Promise<Record> {
  const record: Record = { wishes: [], acknowledged: 0, faults: [], slowestStartMs: 0 }
  let cloud = await startCloudProcess(directory)
  const itemId = await newItem(callerAt(cloud.url, await signInAs(cloud.url, 'chen')))
  const tokens = await newTokens(cloud.url, people, 100_000)
  for (let round = 0; round < rounds; round++) {
    const fresh: Wish[] = []
    const load = Promise.all(tokens.map((token) => redeemUntilKilled(cloud.url, token, itemId, fresh)))
    await underLoad(fresh)
    // Never at the same moment of a call.
    await new Promise((later) => setTimeout(later, (round * 37) % 250))
    await cloud.kill()
    await load
    cloud = await startCloudProcess(directory)
    record.slowestStartMs = Math.max(record.slowestStartMs, cloud.startedInMs)
    await lookForAcknowledged(cloud.url, fresh, record)
    record.wishes.push(...fresh)
  }
  await repeatUndecided(cloud.url, record)
  await lookAtTheEnd(cloud, itemId, record)
  await cloud.stop()
  return record
}

/** Resolves once the cloud answers: a kill before that would prove nothing. */
async function underLoad(wishes: Wish[]): Promise<void> {
  const patience = Date.now() + 10_000
  const answered = () => wishes.filter(({ redemptionId }) => redemptionId).length
  while (answered() < 10 && Date.now() < patience) await new Promise((later) => setTimeout(later, 10))
}

async function newItem(worker: Caller): Promise<string> {
  const item = await worker.get('points.createItem', {
    ...{ requestId: newRequestId(), communityId, name: '耐用纸杯', description: '', costPoints: 1, stock },
    ...{
      limitPerPerson: 99,
      limitPeriod: 'always',
      pickupPlace: '服务站',
      pickupHours: '全天',
      photoId: null,
    },
  })
  return item.id
}

/** One person who redeems, and cancels every third time, until the cloud is gone. */
async function redeemUntilKilled(url: string, token: string, itemId: string, wishes: Wish[]): Promise<void> {
  const me = callerAt(url, token)
  for (let turn = 0; ; turn++) {
    const wish: Wish = { token, requestId: newRequestId(), itemId }
    wishes.push(wish)
    try {
      await ask(me, wish)
      if (turn % 3 === 2) await cancel(me, wish)
    } catch {
      return
    }
    // The limit per person is reached: nothing more to ask for.
    if (!wish.redemptionId) return
  }
}

async function ask(me: Caller, wish: Wish): Promise<void> {
  const { requestId, itemId } = wish
  const reply = await me.call('points.redeem', { requestId, itemId, quantity: 1 })
  if (reply.ok) wish.redemptionId = reply.data.id
  else if (reply.code === 'INTERNAL' || reply.code === 'CONFLICT') throw new Error(reply.code)
}

async function cancel(me: Caller, wish: Wish): Promise<void> {
  if (!wish.redemptionId) return
  wish.cancelId ??= newRequestId()
  await me.get('points.cancelRedemption', { requestId: wish.cancelId, redemptionId: wish.redemptionId })
  wish.cancelled = true
}

async function lookForAcknowledged(url: string, wishes: Wish[], record: Record): Promise<void> {
  for (const { token, redemptionId, cancelId, cancelled } of wishes) {
    if (!redemptionId) continue
    record.acknowledged += cancelled ? 2 : 1
    const found = await callerAt(url, token).call('points.pickupCode', { redemptionId })
    const state = found.ok ? found.data.redemption.state : found.code
    const expected = cancelled ? ['cancelled'] : cancelId ? ['open', 'cancelled'] : ['open']
    if (!expected.includes(state)) record.faults.push(`${redemptionId} is ${state}`)
  }
}

/** Whoever got no reply asks again with the same request id, as the client does, until there is one. */
async function repeatUndecided(url: string, { wishes, faults }: Record): Promise<void> {
  const undecided = wishes.filter(
    ({ redemptionId, cancelId, cancelled }) => !redemptionId || (cancelId && !cancelled),
  )
  await Promise.all(
    undecided.map(async (wish) => {
      const me = callerAt(url, wish.token)
      const patience = Date.now() + 40_000
      for (;;) {
        const decided = await ask(me, wish).then(
          () => true,
          () => false,
        )
        if (decided) break
        if (Date.now() > patience) return void faults.push(`${wish.requestId} gets no definite reply`)
        await new Promise((later) => setTimeout(later, 500))
      }
      if (wish.cancelId) await cancel(me, wish)
    }),
  )
}

async function lookAtTheEnd(cloud: CloudProcess, itemId: string, record: Record): Promise<void> {
  const { wishes, faults } = record
  const swept = await cloud.operate('sweepReservations', { graceMs: 0 })
  if (!swept.ok) faults.push(`sweeper: ${swept.code}`)
  const again = await cloud.operate('sweepReservations', { graceMs: 0 })
  if (!again.ok || again.data.givenBack > 0) faults.push('the sweeper finds something twice')
  const { item } = await callerAt(cloud.url).get('points.item', { itemId })
  const open = wishes.filter(({ redemptionId, cancelled }) => redemptionId && !cancelled).length
  if (item.left !== stock - open) faults.push(`${item.left} left of ${stock} with ${open} redeemed`)
  let proof = await cloud.operate('reconcile', { restart: true })
  while (proof.ok && !proof.data.finished) proof = await cloud.operate('reconcile')
  if (!proof.ok) faults.push(`reconcile: ${proof.code}`)
  else for (const { document, problem } of proof.data.differences) faults.push(`${document}: ${problem}`)
}
