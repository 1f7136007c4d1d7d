import fc from 'fast-check'
import { TURN_MS } from '../../localcloud/engine/lines'
import { Bench, refusal } from './engine-support'

let bench: Bench
/** Turns are taken away when the test says so, however slow the machine. */
let turns: (() => void)[]

beforeEach(async () => {
  turns = []
  const { setTimeout } = globalThis
  const byHand = (run: () => void, ms: number) => {
    if (ms === TURN_MS) turns.push(run)
    return setTimeout(run, ms === TURN_MS ? 3_600_000 : ms).unref()
  }
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(byHand as typeof setTimeout)
  bench = new Bench()
  await bench.insert(['a', 'b'].map((_id) => ({ _id, n: 1 })))
})
afterEach(async () => {
  jest.restoreAllMocks()
  await bench.stop()
})

const { begin, commit, abort, inc, lose, waits, tick } = {
  begin: () => bench.engine.begin(),
  commit: (id: string) => bench.engine.commit(id),
  abort: (id: string) => bench.engine.abort(id),
  inc: (id: string, transactionId: string) => bench.update(id, { $inc: { n: 1 } }, { transactionId }),
  /** Two transactions want `a`: the first has it, the second has lost. @returns the first, still open */
  lose: async () => {
    const [first, second] = [bench.engine.begin(), bench.engine.begin()]
    for (const id of [first, second]) await bench.get('a', id)
    await inc('a', first)
    expect(await refusal(inc('a', second))).toBe('TRANSACTION_CONFLICT')
    return first
  },
  tick: () => new Promise((resolve) => setImmediate(resolve)),
  /** Whether it is still not answered after a while. */
  waits: async (promise: Promise<unknown>) => {
    let isAnswered = false
    void promise.finally(() => (isAnswered = true)).catch(() => {})
    for (let n = 0; n < 50; n++) await new Promise((resolve) => setImmediate(resolve))
    return !isAnswered
  },
}
/** What one reads and then writes, once. @returns 'accepted', or why not */
const attempt = async (): Promise<string> => {
  const id = begin()
  return refusal(
    (async () => {
      const found = await bench.get('a', id)
      await tick()
      await bench.update('a', { $set: { n: Number(found?.n) + 1 } }, { transactionId: id })
      await tick()
      await commit(id)
    })(),
  )
}

describe('a document that transactions have just lost to each other', () => {
  it('is read by the next once the one before is done, and what is read is what that one wrote', async () => {
    const first = await lose()
    const third = begin()
    const reading = bench.get('a', third)
    expect(await waits(reading)).toBe(true)
    await commit(first)
    expect((await reading)?.n).toBe(2)
    await inc('a', third)
    expect(await refusal(commit(third))).toBe('accepted')
  })

  it('is lost by none of twenty who come after that, while before it nineteen of twenty lose it', async () => {
    const outcomes = async () => (await Promise.all(Array.from({ length: 20 }, attempt))).sort()
    expect((await outcomes()).filter((outcome) => outcome === 'accepted')).toHaveLength(1)
    expect(new Set(await outcomes())).toEqual(new Set(['accepted']))
    expect((await bench.get('a'))?.n).toBe(22)
  })

  it('is read by all at once when whoever had it only read', async () => {
    await commit(await lose())
    const readers = [begin(), begin(), begin()]
    await bench.get('a', readers[0])
    const waiting = readers.slice(1).map((id) => bench.get('a', id))
    expect(await waits(Promise.race(waiting))).toBe(true)
    await abort(readers[0]!)
    expect((await Promise.all(waiting)).map((found) => found?.n)).toEqual([2, 2])
  })

  it('is kept from the others for a tenth of a second, however long the one who has it takes', async () => {
    const first = await lose()
    const [second, third] = [begin(), begin()]
    const [next, last] = [bench.get('a', second), bench.get('a', third)]
    expect(await waits(next)).toBe(true)
    turns.pop()!()
    await next
    expect(await waits(last)).toBe(true)
    turns.pop()!()
    await last
    expect(await refusal(inc('a', third))).toBe('TRANSACTION_CONFLICT')
    await commit(first)
  })

  it('is not waited for by who holds another: no two wait for each other', async () => {
    const first = await lose()
    const second = begin()
    await inc('b', second)
    expect((await bench.get('a', second))?.n).toBe(1)
    expect((await bench.get('b', first))?.n).toBe(1)
    await Promise.all([commit(first), commit(second)])
  })

  it('is had twice by nobody: two reads of one transaction take one turn', async () => {
    const first = await lose()
    const second = begin()
    const reading = [bench.get('a', second), bench.get('a', second)]
    await commit(first)
    expect((await Promise.all(reading)).map((found) => found?.n)).toEqual([2, 2])
  })

  it('is not given to one whose time was over while it waited, and the next has it', async () => {
    const first = await lose()
    const second = begin()
    const reading = refusal(bench.get('a', second))
    await tick()
    bench.now += 30_000
    const third = begin()
    expect(await reading).toBe('TRANSACTION_GONE')
    expect((await bench.get('a', third))?.n).toBe(1)
    expect(await refusal(commit(first))).toBe('TRANSACTION_GONE')
  })

  it('takes nothing from those who began later and have not waited: they see what they saw', async () => {
    const first = await lose()
    const [second, older] = [begin(), begin()]
    const reading = bench.get('a', second)
    await bench.update('b', { $set: { n: 9 } })
    await commit(first)
    expect((await reading)?.n).toBe(2)
    // What is on disk, and seen by nobody any more, is forgotten when a transaction ends.
    await commit(begin())
    expect((await bench.get('b', older))?.n).toBe(1)
  })

  it('is as old as what was read before it, when that was changed meanwhile', async () => {
    const first = await lose()
    const second = begin()
    await bench.get('b', second)
    await bench.update('b', { $set: { n: 9 } })
    const reading = bench.get('a', second)
    await commit(first)
    expect((await reading)?.n).toBe(1)
    expect((await bench.get('b', second))?.n).toBe(1)
    expect(await refusal(inc('a', second))).toBe('TRANSACTION_CONFLICT')
  })
})

test('whoever waits, whoever gives up: a snapshot is of one moment, and no increment is lost', async () => {
  const step = fc.record({
    /** Which of the two is read first, whether both are written, and what becomes of it. */
    first: fc.constantFrom('a', 'b'),
    ends: fc.constantFrom('commits', 'commits', 'commits', 'aborts'),
    pauses: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
  })
  const pause = async (ticks: number) => {
    for (let n = 0; n < ticks; n++) await tick()
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
      await bench.update({ _id: { $in: ['a', 'b'] } }, { $set: { n: 0 } }, { multi: true })
      const run = async ({ first, ends, pauses }: (typeof steps)[number]): Promise<number> => {
        const [id, second] = [begin(), first === 'a' ? 'b' : 'a']
        await pause(pauses[0]!)
        const one = await bench.get(first, id)
        await pause(pauses[1]!)
        const two = await bench.get(second, id)
        // Each that commits has changed both.
        expect(one?.n).toBe(two?.n)
        await inc(first, id)
        await pause(pauses[2]!)
        await inc(second, id)
        await pause(pauses[3]!)
        if (ends === 'aborts') return (await abort(id), 0)
        await commit(id)
        return 1
      }
      const outcomes = await Promise.all(
        steps.map((one) =>
          run(one).catch((error: { code?: string }) => {
            if (error.code !== 'TRANSACTION_CONFLICT') throw error
            return 0
          }),
        ),
      )
      const committed = outcomes.reduce((sum, one) => sum + one, 0)
      for (const id of ['a', 'b']) expect((await bench.get(id))?.n).toBe(committed)
    }),
    { seed: 20261201, numRuns: 60 },
  )
})
