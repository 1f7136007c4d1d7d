import { callerAt, newRequestId, type Caller } from '../support/caller'
import type { CloudProcess } from '../support/cloud-process'

const communityId = 'wendeng.tianfu.pinganli'

/** More than any run of this redeems. */
const stock = 5_000

/** A redemption that somebody asked for, and what is known of it. */
export interface Wish {
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
export interface Record {
  wishes: Wish[]
  acknowledged: number
  faults: string[]
  slowestStartMs: number
}

/** Resolves once the cloud answers: a kill before that would prove nothing. */
export async function underLoad(wishes: Wish[]): Promise<void> {
  const patience = Date.now() + 10_000
  const answered = () => wishes.filter(({ redemptionId }) => redemptionId).length
  while (answered() < 10 && Date.now() < patience) await new Promise((later) => setTimeout(later, 10))
}

/** An item that does not run out. */
export async function newItem(worker: Caller): Promise<string> {
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
export async function redeemUntilKilled(
  url: string,
  token: string,
  itemId: string,
  wishes: Wish[],
): Promise<void> {
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

/** Asks for a redemption. @throws when the reply leaves open whether there is one */
export async function ask(me: Caller, wish: Wish): Promise<void> {
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

/** Every reply that somebody got must still be true. */
export async function lookForAcknowledged(url: string, wishes: Wish[], record: Record): Promise<void> {
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
export async function repeatUndecided(url: string, { wishes, faults }: Record): Promise<void> {
  const undecided = wishes.filter(
    ({ redemptionId, cancelId, cancelled }) => !redemptionId || (cancelId && !cancelled),
  )
  await Promise.all(
    undecided.map(async (wish) => {
      const me = callerAt(url, wish.token)
      const patience = Date.now() + 40_000
      for (;;) {
        const trouble = await ask(me, wish).then(
          () => null,
          (error: Error) => error.message,
        )
        if (trouble === null) break
        if (Date.now() > patience)
          return void faults.push(`${wish.requestId} gets no definite reply: ${trouble}`)
        await new Promise((later) => setTimeout(later, 500))
      }
      if (wish.cancelId) await cancel(me, wish)
    }),
  )
}

/** Nothing is reserved that nobody has, and the ledger adds up. */
export async function lookAtTheEnd(cloud: CloudProcess, itemId: string, record: Record): Promise<void> {
  const { wishes, faults } = record
  const swept = await cloud.operate('sweepReservations', { graceMs: 0 })
  if (!swept.ok) faults.push(`sweeper: ${swept.code}`)
  const again = await cloud.operate('sweepReservations', { graceMs: 0 })
  if (!again.ok || again.data.givenBack > 0) faults.push('the sweeper finds something twice')
  const { item } = await callerAt(cloud.url).get('points.item', { itemId })
  const ofItem = wishes.filter((wish) => wish.itemId === itemId)
  const open = ofItem.filter(({ redemptionId, cancelled }) => redemptionId && !cancelled).length
  if (item.left !== stock - open) faults.push(`${item.left} left of ${stock} with ${open} redeemed`)
  let proof = await cloud.operate('reconcile', { restart: true })
  while (proof.ok && !proof.data.finished) proof = await cloud.operate('reconcile')
  if (!proof.ok) faults.push(`reconcile: ${proof.code}`)
  else for (const { document, problem } of proof.data.differences) faults.push(`${document}: ${problem}`)
}
