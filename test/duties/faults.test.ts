import type { FaultRule } from '../../localcloud/faults'
import { attempt, type Outcome } from '../points/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { faultKinds, faultyRequests } from '../support/fault-turns'
import { appointed, expectSound, invited, phone, rolesOf, stored, titlesOf } from './story'

let cloud: TestCloud
let people: Record<'zhou' | 'qian', Caller>

beforeAll(async () => {
  cloud = await startTestCloud()
  const names = ['zhou', 'qian'] as const
  const callers = await Promise.all(names.map((name) => cloud.staff(name)))
  people = Object.fromEntries(names.map((name, index) => [name, callers[index]])) as typeof people
})
afterEach(() => cloud.faults.clear())

interface Call {
  who: Caller
  action: string
  input: Record<string, unknown>
  /** What must be so afterwards, whatever went wrong. */
  expectDone: () => Promise<void>
}

/** One audit row and one message for the person: neither missing nor twice. */
const expectOnce = async (who: Caller, titles: readonly string[]) =>
  expect((await titlesOf(who)).sort()).toEqual([...titles].sort())

const welcome = '你已是平安里社区网格员'

const prepared: Record<string, () => Promise<Call>> = {
  'an acceptance': async () => {
    const who = (await cloud.residents(1, 0))[0]!
    const token = await invited(people.qian)
    const expectDone = async () => {
      expect(await rolesOf(who)).toEqual(['grid_worker'])
      await expectOnce(who, [welcome])
    }
    return { who, action: 'duties.accept', input: { token, phone }, expectDone }
  },
  'a wrong number': async () => {
    const who = (await cloud.residents(1, 0))[0]!
    const token = await invited(people.qian)
    const expectDone = async () => {
      expect((await who.get('duties.invitation', { token })).phonesLeft).toBe(4)
      expect(await rolesOf(who)).toEqual([])
    }
    return { who, action: 'duties.accept', input: { token, phone: '13900000000' }, expectDone }
  },
  'taking a duty away': async () => {
    const { who, dutyId } = await appointed(cloud, people.qian)
    const expectDone = async () => {
      expect(await rolesOf(who)).toEqual([])
      await expectOnce(who, [welcome, '任职已解除'])
      expect(await stored(cloud, 'audits', { document: dutyId, action: 'duties.revoke' })).toHaveLength(1)
    }
    return { who: people.zhou, action: 'duties.revoke', input: { dutyId, reason: '调走了' }, expectDone }
  },
}

/** Calls once with the n-th database request gone wrong, then as the client does: the same again until it is definite. */
async function callWithFault({ who, action, input }: Call, rule: FaultRule): Promise<Outcome> {
  const request = { ...input, requestId: newRequestId() }
  cloud.faults.set({ rules: [rule] })
  await attempt(who, action, request)
  cloud.faults.clear()
  const reply = await attempt(who, action, request)
  const { ok, code, data } = await attempt(who, action, request)
  expect({ ok, code, data }).toEqual({ ok: reply.ok, code: reply.code, data: reply.data })
  return reply
}

/** How many requests to the database each action makes when nothing goes wrong. */
const requests = {
  'an acceptance': 21,
  'a wrong number': 10,
  'taking a duty away': 17,
}

describe.each(Object.entries(requests))(
  '[P4] %s with one of its %i database requests gone wrong',
  (name, count) => {
    const prepare = prepared[name]!
    const isRefused = name === 'a wrong number'

    it.each(faultKinds)(
      'by %s, at each in turn: done once, known to the caller, nothing left over',
      async (kind) => {
        for (const nth of faultyRequests(kind, count)) {
          const call = await prepare()
          const rule = { kind, functionName: 'duties', nth, times: 1, changing: kind === 'crashAfter' }
          const reply = await callWithFault(call, rule)
          expect({ nth, ok: reply.ok, code: reply.code }).toEqual({
            nth,
            ok: !isRefused,
            code: isRefused ? 'PHONE_WRONG' : undefined,
          })
          await call.expectDone()
        }
        await expectSound(cloud)
      },
      180_000,
    )

    it('makes that many', async () => {
      const { who, action, input } = await prepare()
      await who.send(action, { ...input, requestId: newRequestId() })
      expect(cloud.stats.lastCall('duties')?.databaseCalls).toBe(count)
    })
  },
)
