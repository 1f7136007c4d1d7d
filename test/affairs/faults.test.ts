import { attempt } from '../points/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { faultKinds, faultyRequests } from '../support/fault-turns'
import { accepted, answered, changing, handlerIds, reply, storedCase, submission, submitted } from './story'

// An instance is killed and started anew for each request: slow on a machine that builds meanwhile.
jest.setTimeout(180_000)

let cloud: TestCloud
let chen: Caller
let handlerId: string

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  handlerId = (await handlerIds(chen))['郭建军'] ?? ''
})
afterEach(() => cloud.faults.clear())

interface Call {
  who: Caller
  action: string
  input: object
  /** Rows of the timeline, and messages to the reporter and the handler, once it is done. */
  rows: number
  messages: number
}

/** What each action needs before it can be called. */
const prepared: Record<string, (who: Caller) => Promise<Call>> = {
  submit: (who) =>
    Promise.resolve({ who, action: 'affairs.submit', input: submission(), rows: 1, messages: 0 }),
  accept: async (who) => {
    const input = changing(await submitted(who), 1)
    return { who: chen, action: 'affairs.accept', input, rows: 2, messages: 1 }
  },
  dispatch: async (who) => {
    const input = { ...changing(await submitted(who), 1), handlerId, note: '' }
    return { who: chen, action: 'affairs.dispatch', input, rows: 2, messages: 2 }
  },
  answer: async (who) => {
    const kase = await submitted(who)
    await accepted(chen, kase)
    const input = { ...changing(kase, 2), ...reply }
    return { who: chen, action: 'affairs.answer', input, rows: 3, messages: 2 }
  },
  rate: async (who) => {
    const kase = await submitted(who)
    await accepted(chen, kase)
    await answered(chen, kase, 2)
    const input = { requestId: newRequestId(), caseId: kase.id, satisfied: true, comment: '' }
    return { who, action: 'affairs.rate', input, rows: 4, messages: 2 }
  },
}

/** How many requests to the database each action makes when nothing goes wrong. */
const requests = { submit: 5, accept: 9, dispatch: 13, answer: 9, rate: 6 }

describe.each(Object.entries(requests))(
  '[A2] %s with one of its %i database requests gone wrong',
  (name, count) => {
    it.each(faultKinds)('by %s, at each in turn: done once, and told once', async (kind) => {
      const requestsToFail = faultyRequests(kind, count)
      const people = await cloud.residents(requestsToFail.length, 0)
      for (const [index, nth] of requestsToFail.entries()) {
        const who = people[index]!
        const call = await prepared[name]!(who)
        cloud.faults.set({
          rules: [{ kind, functionName: 'affairs', nth, times: 1, changing: kind === 'crashAfter' }],
        })
        await attempt(call.who, call.action, call.input)
        cloud.faults.clear()
        const second = await attempt(call.who, call.action, call.input)
        expect({ nth, second }).toMatchObject({ second: { ok: true } })
        expect(await attempt(call.who, call.action, call.input)).toEqual(second)
        const { id } = second.data as { id: string }
        expect((await storedCase(cloud, id)).timeline).toHaveLength(call.rows)
        expect(await cloud.engine.count('messages', { 'target.id': id })).toBe(call.messages)
        expect((await who.get('affairs.mine', {})).cases).toHaveLength(1)
      }
    })

    it('makes that many', async () => {
      const { who, action, input } = await prepared[name]!((await cloud.residents(1, 0))[0]!)
      expect(await who.send(action, input)).toMatchObject({ ok: true })
      expect(cloud.stats.lastCall('affairs')?.databaseCalls).toBe(count)
    })
  },
)
