import { startTestCloud, type TestCloud } from '../support/cloud'
import { actAtOnce } from './at-once'

jest.setTimeout(120_000)

/** The proof does a thousand (`npm run prove -- --only seats`). */
const runs = 24
const firstSeed = Number(process.env.SEED ?? Date.now() % 1_000_000)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

it(`[M3] [M5] cancel, accept, lapse and walk in at once, ${runs} times from seed ${firstSeed}: no seat is lost or doubled`, async () => {
  const cast = { cloud, worker: await cloud.staff('chen'), people: await cloud.residents(6, 0) }
  const [faults, events]: [string[], Set<string>] = [[], new Set()]
  for (let seed = firstSeed; seed < firstSeed + runs && faults.length < 5; seed += 1) {
    const came = await actAtOnce(cast, seed)
    faults.push(...came.faults)
    for (const event of came.events) events.add(event)
  }
  expect(faults).toEqual([])
  // All of it did happen, and was not refused for another reason.
  expect([...events]).toEqual(expect.arrayContaining(['accept', 'lapse', 'walkIn', 'cancel']))
})
