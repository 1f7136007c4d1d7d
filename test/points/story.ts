import type { Output } from '@contract/index'
import type { Filter, StoredDocument } from '../../localcloud/engine/types'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'

export const pinganli = 'wendeng.tianfu.pinganli'
export const liulin = 'wendeng.tianfu.liulin'

export type StaffItem = Output<'points.createItem'>
export type Redemption = Output<'points.redeem'>
type ItemFields = Parameters<typeof itemInput>[0]

/** What a new item says unless a story needs something else: cheap, plenty, no limit that anyone meets. */
export const itemInput = (
  fields: Partial<Omit<StaffItem, 'id' | 'reserved' | 'left'>> & { stock?: number } = {},
) => ({
  communityId: pinganli,
  name: '测试用毛巾',
  description: '',
  costPoints: 10,
  limitPerPerson: 99,
  limitPeriod: 'always' as const,
  pickupPlace: '1 号驿站',
  pickupHours: '每天 9:00–17:00',
  photoId: null,
  stock: 20,
  ...fields,
})

/** A new item of 平安里社区, or of the community in `fields`, entered by its worker. */
export const newItem = (worker: Caller, fields: ItemFields = {}): Promise<StaffItem> =>
  worker.get('points.createItem', { requestId: newRequestId(), ...itemInput(fields) })

/** What a call may end with: a reply, or the death of the instance that served it. */
export type Outcome = Awaited<ReturnType<Caller['send']>>

/** A call whose instance may be killed: the client sees a failed request. */
export const attempt = (caller: Caller, action: string, input: unknown): Promise<Outcome> =>
  caller.send(action, input).catch(() => ({ ok: false, code: 'DIED' }))

export const redeemed = (caller: Caller, itemId: string, quantity = 1): Promise<Redemption> =>
  caller.get('points.redeem', { requestId: newRequestId(), itemId, quantity })

/** The digits of an open redemption and the QR of this moment. */
export async function codesOf(owner: Caller, redemptionId: string): Promise<{ digits: string; qr: string }> {
  const { code } = await owner.get('points.pickupCode', { redemptionId })
  return { digits: code?.digits ?? '', qr: code?.steps[0]?.qr ?? '' }
}

export const verify = (verifier: Caller, code: string, requestId = newRequestId()) =>
  verifier.call('points.verifyPickup', { requestId, code })

/** Documents as they are stored. */
export const stored = <D = StoredDocument>(
  cloud: TestCloud,
  collection: string,
  filter: Filter = {},
): Promise<D[]> => cloud.engine.find({ collection, filter, limit: 1000 }) as Promise<unknown> as Promise<D[]>

/** Proves the whole ledger anew, after a run of the timer should there be one under way. */
export async function reconcile(cloud: TestCloud): Promise<Output<'jobs.reconcile'>> {
  for (let call = 0; call < 50; call += 1) {
    const reply = await cloud.timer('reconcile', { restart: true })
    if (!reply.ok) throw new Error(`reconcile: ${reply.code}`)
    if (reply.data.finished) return reply.data
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('reconcile does not come to an end')
}

interface StoredItem {
  left: number
  reservedUnits: number
  reserved: Record<string, { quantity: number }>
}

/**
 * Once nothing is under way: sweeps, proves, and counts. Every unit that an item began with is on the shelf,
 * waits to be picked up, or was handed over; and only what waits is reserved.
 */
export async function expectSound(cloud: TestCloud, item: { id: string }, initialStock: number) {
  await cloud.timer('sweepReservations', { graceMs: 0 })
  expect(await reconcile(cloud)).toMatchObject({ finished: true, differences: [] })
  const [now] = await stored<StoredItem>(cloud, 'items', { _id: item.id })
  const made = await stored<{ _id: string; state: string; quantity: number }>(cloud, 'redemptions', {
    itemId: item.id,
  })
  const waiting = made.filter(({ state }) => state === 'open')
  const units = (some: { quantity: number }[]) => some.reduce((sum, { quantity }) => sum + quantity, 0)
  expect(Object.keys(now?.reserved ?? {}).sort()).toEqual(waiting.map(({ _id }) => _id).sort())
  expect(now?.reservedUnits).toBe(units(waiting))
  const handedOver = units(made.filter(({ state }) => state === 'picked_up'))
  expect((now?.left ?? 0) + units(waiting) + handedOver).toBe(initialStock)
}
