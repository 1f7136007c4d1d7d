import fc from 'fast-check'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { handlerIds, reply, storedCase, submitted } from './story'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

let cloud: TestCloud
let people: Record<'li' | 'chen' | 'guo' | 'zhou', Caller>
let handlerId: string

beforeAll(async () => {
  cloud = await startTestCloud()
  const names = ['li', 'chen', 'guo', 'zhou'] as const
  people = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await cloud.staff(name)])),
  ) as typeof people
  handlerId = (await handlerIds(people.chen))['郭建军'] ?? ''
})

const events = ['accept', 'dispatch', 'sendBack', 'escalate', 'answer', 'refuse', 'rate', 'reopen'] as const
type Event = (typeof events)[number]

/** Messages that each event leaves. */
const told: Partial<Record<string, number>> = { accept: 1, dispatch: 2, escalate: 1, answer: 1, refuse: 1 }

/** What an event needs beside the case and its version. */
const extras = (): Record<Event, object> => ({
  accept: {},
  dispatch: { handlerId, note: '' },
  sendBack: { reason: '不归我管' },
  escalate: { reason: '社区办不了' },
  answer: reply,
  refuse: { reason: '不在职责内' },
  rate: { satisfied: false, comment: '' },
  reopen: { comment: '没办好' },
})

/** One try: whoever it is tries something on a version that may be gone by then, sometimes twice. */
interface Try {
  who: keyof typeof people
  event: Event
  kase: number
  twice: boolean
}

const tries = fc.array(
  fc.record<Try>({
    who: fc.constantFrom('li', 'chen', 'chen', 'guo', 'zhou'),
    event: fc.constantFrom(...events),
    kase: fc.nat(3),
    twice: fc.boolean(),
  }),
  { minLength: 160, maxLength: 160 },
)

async function attemptOne({ who, event, twice }: Try, caseId: string): Promise<boolean> {
  const byReporter = event === 'rate' || event === 'reopen'
  const { version } = await storedCase(cloud, caseId)
  const seen = byReporter ? {} : { version }
  const input = { requestId: newRequestId(), caseId, ...seen, ...extras()[event] }
  const send = () => people[who].send(`affairs.${event}`, input)
  const replies = await Promise.all(twice ? [send(), send()] : [send()])
  // One of two may have lost every attempt, or a race against another's change: the next repeat is definite.
  const done = replies.some(({ ok }) => ok)
  if (done) expect(await send()).toMatchObject({ ok: true })
  return done
}

test(`[A2] [A8] many at once on a few cases, seed ${seed}: each effect once, in an order that the table allows`, async () => {
  const [history = []] = fc.sample(tries, { numRuns: 1, seed })
  const ids = await Promise.all(Array.from({ length: 4 }, async () => (await submitted(people.li)).id))
  const done = ids.map(() => 0)
  const queue = history.values()
  const worker = async () => {
    for (const next of queue) if (await attemptOne(next, ids[next.kase]!)) done[next.kase]! += 1
  }
  await Promise.all(Array.from({ length: 6 }, worker))
  for (const [index, id] of ids.entries()) {
    const { timeline, version } = await storedCase(cloud, id)
    expect({ id, rows: timeline.length, version }).toEqual({
      id,
      rows: done[index]! + 1,
      version: done[index]! + 1,
    })
    expect(new Set(timeline.map(({ effectId }) => effectId)).size).toBe(timeline.length)
    const messages = timeline.reduce((sum, { event }) => sum + (told[event] ?? 0), 0)
    expect(await cloud.engine.count('messages', { 'target.id': id })).toBe(messages)
    expect(whereTo(timeline.map(({ event }) => event))).toBe((await storedCase(cloud, id)).state)
  }
})

/** Follows a timeline by hand-written steps, not by the product's table. */
function whereTo(rows: string[]): string {
  let state = ''
  const next: Record<string, Record<string, string>> = {
    '': { submit: 'submitted' },
    submitted: { accept: 'accepted', dispatch: 'dispatched', escalate: 'submitted', refuse: 'closed' },
    accepted: { dispatch: 'dispatched', escalate: 'submitted', answer: 'answered', refuse: 'closed' },
    dispatched: { dispatch: 'dispatched', sendBack: 'accepted', escalate: 'submitted', answer: 'answered' },
    answered: { rate: 'answered', reopen: 'accepted' },
    closed: { reopen: 'accepted' },
  }
  for (const row of rows) state = next[state]?.[row] ?? `${state}, then ${row}`
  return state
}
