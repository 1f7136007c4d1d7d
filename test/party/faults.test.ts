import type { FaultRule } from '../../localcloud/faults'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { faultKinds, faultyRequests } from '../support/fault-turns'
import { attempt, reconcile, type Outcome } from '../points/story'
import { applied, checkIn, codesOf, expectSound, hour, join, newActivity, partOf, stored } from './story'

let cloud: TestCloud
let chen: Caller
/** One with a limit of places. */
let limited: string

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  limited = (await newActivity(chen, { capacity: 200 })).id
})
afterEach(() => cloud.faults.clear())

interface Call {
  who: Caller
  action: string
  input: Record<string, unknown>
  /** What must be so afterwards, whatever went wrong. */
  expectDone: () => Promise<void>
}

const skew = (ms: number) => ({ party: ms, points: ms })

/** The code of this moment, by the clock that the call will see. */
async function codeAt(kind: 'in' | 'out', ms: number): Promise<string> {
  cloud.faults.set({ clockSkewMs: skew(ms) })
  return (await codesOf(chen, limited))[kind]
}

const isIn = (who: Caller) => async () => expect(await partOf(who, limited)).toMatchObject({ state: 'in' })

const hasPoints = (who: Caller, points: number, entries: number) => async () => {
  const { available, statement } = await who.get('points.overview', {})
  expect([available, statement.entries.length]).toEqual([points, entries])
}

/** What each action needs before it can be called; `ms`: by how much the clock is ahead. */
const prepared: Record<string, { ms: number; prepare: (who: Caller) => Promise<Call> }> = {
  'checking in of one who joined': {
    ms: 0,
    prepare: async (who) => {
      await join(who, limited)
      return { who, action: 'party.checkIn', input: { code: await codeAt('in', 0) }, expectDone: isIn(who) }
    },
  },
  'checking in at the door': {
    ms: 0,
    prepare: async (who) => ({
      who,
      action: 'party.checkIn',
      input: { code: await codeAt('in', 0) },
      expectDone: isIn(who),
    }),
  },
  'going out': {
    ms: hour,
    prepare: async (who) => {
      await checkIn(who, await codeAt('in', 0))
      return {
        who,
        action: 'party.checkOut',
        input: { code: await codeAt('out', hour) },
        expectDone: hasPoints(who, 2, 1),
      }
    },
  },
  'a correction': {
    ms: hour,
    prepare: async (who) => {
      await join(who, limited)
      const participationId = (await partOf(who, limited))?.id ?? ''
      const input = { participationId, minutes: 90, reason: '按现场登记改' }
      return { who: chen, action: 'party.correct', input, expectDone: hasPoints(who, 3, 1) }
    },
  },
  'a verification': {
    ms: 0,
    prepare: async () => {
      const who = (await cloud.residents(1, 0))[0]!
      const { id } = await applied(who)
      const expectDone = async () => {
        expect((await who.get('party.registration', {})).registration?.timeline).toHaveLength(2)
        expect((await who.get('inbox.messages', {})).messages).toHaveLength(1)
        expect(await who.call('party.activities', {})).toMatchObject({ ok: true })
      }
      return { who: chen, action: 'party.verify', input: { registrationId: id }, expectDone }
    },
  },
}

/** Calls once with the n-th database request gone wrong, then as the client does: the same again until it is definite. */
async function callWithFault({ who, action, input }: Call, ms: number, rule: FaultRule): Promise<Outcome> {
  const request = { ...input, requestId: newRequestId() }
  cloud.faults.set({ rules: [rule], clockSkewMs: skew(ms) })
  await attempt(who, action, request)
  // The repeat comes when whoever took a reservation must be dead, and while the code is still good.
  cloud.faults.set({ clockSkewMs: skew(ms + 20_000) })
  const reply = await attempt(who, action, request)
  expect(await attempt(who, action, request)).toEqual(reply)
  cloud.faults.clear()
  return reply
}

/** How many requests to the database each action makes when nothing goes wrong. */
const requests = {
  'checking in of one who joined': 5,
  'checking in at the door': 6,
  'going out': 11,
  'a correction': 15,
  'a verification': 12,
}

describe.each(Object.entries(requests))(
  '[D5] %s with one of its %i database requests gone wrong',
  (name, count) => {
    const { ms, prepare } = prepared[name]!

    it.each(faultKinds)(
      'by %s, at each in turn: done once, known to the caller, nothing left over',
      async (kind) => {
        const requestsToFail = faultyRequests(kind, count)
        const people = await cloud.members(requestsToFail.length)
        for (const [index, nth] of requestsToFail.entries()) {
          const call = await prepare(people[index]!)
          const changing = kind === 'crashAfter'
          const rule = { kind, functionName: 'party', nth, times: 1, changing }
          const reply = await callWithFault(call, ms, rule)
          expect({ nth, reply }).toMatchObject({ reply: { ok: true } })
          await call.expectDone()
        }
        await expectSound(cloud, limited)
      },
      180_000,
    )

    it('makes that many', async () => {
      const { who, action, input } = await prepare((await cloud.members(1))[0]!)
      cloud.faults.set({ clockSkewMs: skew(ms) })
      expect(await who.send(action, { ...input, requestId: newRequestId() })).toMatchObject({ ok: true })
      expect(cloud.stats.lastCall('party')?.databaseCalls).toBe(count)
    })
  },
)

describe('[D5] the proof names', () => {
  const hand = (collection: string, id: string, fields: Record<string, unknown>) =>
    cloud.engine.modify({
      collection,
      filter: { _id: id },
      change: { $set: fields as never },
      replace: false,
      upsert: false,
      multi: false,
    })
  const documents = async () => (await reconcile(cloud)).differences.map(({ document }) => document)

  it('hours whose points are not their entries, entries of no hours, and is clean again', async () => {
    const [part] = await stored<{ _id: string; points: number; state: string }>(cloud, 'participations', {
      activityId: limited,
      state: 'done',
      points: 2,
    })
    const { _id, points } = part!
    for (const [wrong, right] of [
      [{ points: points + 1 }, { points }],
      [{ corrections: 1 }, { corrections: 0 }],
      [{ state: 'in' }, { state: 'done' }],
      [{ memberId: 'm_other' }, { memberId: (part as unknown as { memberId: string }).memberId }],
    ]) {
      await hand('participations', _id, wrong!)
      expect(await documents()).toEqual([`participations/${_id}`])
      await hand('participations', _id, right!)
    }
    await cloud.engine.remove('participations', { _id }, false)
    expect(await documents()).toEqual([`journals/service:${_id}`])
    await cloud.engine.insert('participations', [part as never])
    expect(await documents()).toEqual([])
  })
})
