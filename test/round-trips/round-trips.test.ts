import { contract, type Domain } from '@contract/index'
import { functions } from '../../config/cloud'
import { startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import type { Call, Stage } from './call'
import { calls } from './calls'
import { readTable, writeTable } from './table'

const table = readTable()
const counted = new Map<string, number>()
const isWriting = process.env.ROUND_TRIPS === 'write'

let cloud: TestCloud
let stage: Stage

beforeAll(async () => {
  cloud = await startTestCloud({ environment: { WX_TEMPLATE_ANSWER: 'tmpl-answer,thing1,time2,thing3' } })
  stage = {
    cloud,
    resident: async (points = 0) => (await cloud.residents(1, points))[0]!,
    persona: (id) => cloud.resident(id),
  }
})
afterEach(() => cloud.faults.clear())
afterAll(() => {
  if (isWriting) writeTable(counted)
})

/** The actions of the functions that there are: a domain may have its contract before its code. */
const actions = (Object.keys(contract) as Domain[])
  .filter((domain) => functions[domain])
  .flatMap((domain) => Object.keys(contract[domain]).map((action) => `${domain}.${action}`))
  // Timers come last: their stories empty the collections.
  .sort((a, b) => Number(a.startsWith('jobs.')) - Number(b.startsWith('jobs.')))

const storyOf = (name: string) => {
  const [domain = '', action = ''] = name.split('.')
  const stories = calls[domain as Domain] as
    | Record<string, ((on: Stage) => Promise<Call>) | undefined>
    | undefined
  return stories?.[action]
}

async function countCalls(name: string): Promise<number> {
  const story = storyOf(name)
  if (!story) throw new Error(`${name} has no story: add one to test/round-trips/`)
  const [domain = '', action = ''] = name.split('.')
  const [who, input] = await story(stage)
  const reply = await (who === 'timer'
    ? cloud.invoke('jobs', { action, input })
    : (who as Caller).send(name, input))
  expect(reply).toMatchObject({ ok: true })
  return cloud.stats.lastCall(domain)?.databaseCalls ?? Infinity
}

describe('[O4] round trips to the database', () => {
  it.each(actions)('%s asks for no more than its row in docs/round-trips.md', async (name) => {
    const count = await countCalls(name)
    counted.set(name, count)
    if (isWriting) return
    const most = table.get(name) ?? `no row: write it as docs/round-trips.md says (it asks ${count} times)`
    expect(most).toEqual(expect.any(Number))
    expect(count).toBeLessThanOrEqual(Number(most))
  })

  it('the table has a row for no other action', () => {
    expect([...table.keys()].filter((name) => !actions.includes(name))).toEqual([])
  })

  it('counts what a call asks for: a call that reads once more is seen', async () => {
    const who = await stage.resident(10)
    await who.get('points.statement', { limit: 5 })
    const one = cloud.stats.lastCall('points')
    await who.get('points.overview', {})
    expect([one?.databaseCalls, cloud.stats.lastCall('points')?.databaseCalls]).toEqual([2, 3])
  })
})
