import type { Cloud } from '../../localcloud/cloud'
import { parseCron } from '../../localcloud/cron'
import { Timers, type TimerEvent } from '../../localcloud/timers'
import { buildFixture, endFixture, startFixture } from './fixture/cloud'

/** The next moment of an expression, both sides written in UTC+8. */
const next = (cron: string, after: string) => {
  const at = parseCron(cron).next(Date.parse(`${after}+08:00`))
  return at === null ? null : new Date(at + 8 * 3600_000).toISOString().slice(0, 19)
}

describe('a cron expression', () => {
  it.each([
    ['* * * * *', 'seven fields'],
    ['60 * * * * * *', 'second'],
    ['0 5-1 * * * * *', 'minute'],
    ['0 0 a * * * *', 'hour'],
    ['0 0 0 0 * * *', 'day'],
    ['0 0 0 * */0 * *', 'month'],
    ['0 0 0 * * 8 *', 'weekday'],
    ['0 0 0 * * * 1', 'year'],
  ])('%s is refused with the field’s name', (cron, field) => {
    expect(() => parseCron(cron)).toThrow(field)
  })

  it.each([
    ['every minute', '0 * * * * * *', '2026-05-10T08:00:00', '2026-05-10T08:01:00'],
    ['every ten minutes', '0 */10 * * * * *', '2026-05-10T23:55:01', '2026-05-11T00:00:00'],
    ['nightly', '0 30 3 * * * *', '2026-05-10T03:30:00', '2026-05-11T03:30:00'],
    ['on the tenth', '0 0 9 10 * * *', '2026-05-10T09:00:00', '2026-06-10T09:00:00'],
    ['on working days', '0 0 9 * * 1-5 *', '2026-05-08T09:00:00', '2026-05-11T09:00:00'],
    ['on Sunday by either number', '0 0 9 * * 7 *', '2026-05-08T09:00:00', '2026-05-10T09:00:00'],
    ['on the first or a Monday', '0 0 0 1 * 1 *', '2026-04-28T00:00:00', '2026-05-01T00:00:00'],
    ['in a list', '0,30 0 12 * * * *', '2026-05-10T12:00:00', '2026-05-10T12:00:30'],
    ['from 8 every 4 hours', '0 0 8/4 * * * *', '2026-05-10T08:00:00', '2026-05-10T12:00:00'],
    ['in a leap year', '0 0 0 29 2 * *', '2026-03-01T00:00:00', '2028-02-29T00:00:00'],
  ])('fires %s', (_, cron, after, expected) => {
    expect(next(cron, after)).toBe(expected)
  })

  it('of the past never fires', () => {
    expect(next('0 0 0 1 1 * 2020', '2026-05-10T00:00:00')).toBeNull()
  })
})

describe('a timer', () => {
  let now = Date.parse('2026-05-10T01:59:30+08:00')
  let runs: TimerEvent[] = []
  let failures = 0
  const fixture = buildFixture()
  let cloud: Cloud | undefined

  afterAll(() => endFixture(fixture, cloud))

  function timers(): Timers {
    runs = []
    const definition = { bundle: '', timeoutSeconds: 1, memoryMb: 1, maxInstances: 1, clientCallable: false }
    return new Timers({
      functions: { jobs: { ...definition, timers: [{ name: 'nightly', cron: '0 0 2 * * * *' }] } },
      now: () => now,
      run: (_, event) => {
        runs.push(event)
        return failures-- > 0 ? Promise.reject(new Error('as asked')) : Promise.resolve()
      },
      log: () => undefined,
    })
  }

  async function pass(tested: Timers, seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 10) {
      now += 10_000
      tested.tick()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  it('is not caught up when the machine slept over it', async () => {
    const tested = timers()
    now += 3600_000
    tested.tick()
    expect(runs).toEqual([])
    await pass(tested, 30)
    expect(runs).toEqual([])
  })

  it('fires once when it is due, with the event that SCF sends', async () => {
    now = Date.parse('2026-05-11T01:59:30+08:00')
    await pass(timers(), 120)
    expect(runs).toEqual([
      { Type: 'Timer', TriggerName: 'nightly', Time: '2026-05-10T18:00:00Z', Message: '' },
    ])
  })

  it('that fails is run again twice, a minute apart, and then given up', async () => {
    now = Date.parse('2026-05-12T01:59:50+08:00')
    failures = 9
    const tested = timers()
    await pass(tested, 20)
    expect(runs).toHaveLength(1)
    await pass(tested, 60)
    expect(runs).toHaveLength(2)
    await pass(tested, 300)
    expect(runs).toHaveLength(3)
  })

  it('runs its function as nobody, and can be run by hand', async () => {
    cloud = await startFixture(fixture)
    expect(await cloud.runTimer('nightly')).toMatchObject({
      timer: { Type: 'Timer', TriggerName: 'nightly' },
      who: { atEntry: '', source: 'timer', trigger: 'timer' },
    })
    await expect(cloud.runTimer('weekly')).rejects.toThrow('weekly')
  })
})
