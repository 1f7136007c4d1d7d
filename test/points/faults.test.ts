import type { FaultRule } from '../../localcloud/faults'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { faultKinds, faultyRequests } from '../support/fault-turns'
import { attempt, codesOf, expectSound, newItem, redeemed, type Outcome, type StaffItem } from './story'

let cloud: TestCloud
let chen: Caller
let item: StaffItem
const stock = 500

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  item = await newItem(chen, { stock })
})
afterEach(() => cloud.faults.clear())

interface Call {
  who: Caller
  action: string
  input: Record<string, unknown>
  /** The item that it is about. */
  item: StaffItem
}

/** What each action needs before it can be called. */
const prepared: Record<string, (who: Caller) => Promise<Call>> = {
  // An item that no instance has seen yet.
  redeem: async (who) => {
    const unseen = await newItem(chen, { stock })
    return { who, action: 'points.redeem', input: { itemId: unseen.id, quantity: 1 }, item: unseen }
  },
  cancel: async (who) => {
    const { id } = await redeemed(who, item.id)
    return { who, action: 'points.cancelRedemption', input: { redemptionId: id }, item }
  },
  'verify by digits': async (who) => {
    const { digits } = await codesOf(who, (await redeemed(who, item.id)).id)
    return { who: chen, action: 'points.verifyPickup', input: { code: digits }, item }
  },
  'verify by QR': async (who) => {
    const { qr } = await codesOf(who, (await redeemed(who, item.id)).id)
    return { who: chen, action: 'points.verifyPickup', input: { code: qr }, item }
  },
}

/** Calls once with the n-th database request gone wrong, then as the client does: the same again until it is definite. */
async function callWithFault({ who, action, input }: Call, rule: FaultRule): Promise<Outcome> {
  const request = { ...input, requestId: newRequestId() }
  cloud.faults.set({ rules: [rule], clockSkewMs: {} })
  await attempt(who, action, request)
  // The repeat comes when whoever took the reservation must be dead.
  cloud.faults.set({ clockSkewMs: { points: 20_000 } })
  const reply = await attempt(who, action, request)
  expect(await attempt(who, action, request)).toEqual(reply)
  cloud.faults.clear()
  return reply
}

/** A guess whose call died stays spent, as it should; here it would lock the verifier for the next round. */
const freshGuesses = () =>
  cloud.engine.modify({
    collection: 'members',
    filter: { 'pickupTries.left': { $lt: 5 } },
    change: { $set: { 'pickupTries.left': 5 } },
    replace: false,
    upsert: false,
    multi: true,
  })

/** How many requests to the database each action makes when nothing goes wrong. */
const requests = { redeem: 9, cancel: 11, 'verify by digits': 7, 'verify by QR': 5 }

describe.each(Object.entries(requests))(
  '[L5] %s with one of its %i database requests gone wrong',
  (name, count) => {
    it.each(faultKinds)(
      'by %s, at each in turn: done once, known to the caller, nothing left over',
      async (kind) => {
        const requestsToFail = faultyRequests(kind, count)
        const people = await cloud.residents(requestsToFail.length, 20)
        const concerned = new Map<string, StaffItem>()
        for (const [index, nth] of requestsToFail.entries()) {
          const who = people[index]!
          const call = await prepared[name]!(who)
          const reply = await callWithFault(call, {
            kind,
            functionName: 'points',
            nth,
            times: 1,
            changing: kind === 'crashAfter',
          })
          expect({ nth, reply }).toMatchObject({ reply: { ok: true } })
          const { available, statement } = await who.get('points.overview', {})
          expect({ nth, available }).toEqual({ nth, available: name === 'cancel' ? 20 : 10 })
          expect(statement.entries).toHaveLength(name === 'cancel' ? 3 : 2)
          await freshGuesses()
          concerned.set(call.item.id, call.item)
        }
        for (const one of concerned.values()) await expectSound(cloud, one, stock)
      },
    )

    it('makes that many', async () => {
      const { who, action, input } = await prepared[name]!((await cloud.residents(1, 20))[0]!)
      expect(await who.send(action, { ...input, requestId: newRequestId() })).toMatchObject({ ok: true })
      expect(cloud.stats.lastCall('points')?.databaseCalls).toBe(count)
    })
  },
)
