import { actAtOnce } from '../meetings/at-once'
import { callerAt, newResidents, signInAs } from '../support/caller'
import { onCloudInside } from './inside'
import type { Line } from './line'

const runs = 1_000

/** Each run leaves a meeting behind that the sweeps of the next ones look at: now and then they start afresh. */
const perCloud = 100

/** Cancel, accept, lapse and walk in at once on the real local cloud, in many seeded runs. */
export async function seats(): Promise<Line[]> {
  const faults: string[] = []
  for (let from = 0; from < runs && faults.length < 5; from += perCloud)
    faults.push(...(await someRuns(from)))
  return [
    {
      line: `cancel, accept, lapse and walk in at once, ${runs} runs`,
      limit: 'no seat lost or doubled',
      figure: faults.join('; ') || 'none',
      holds: faults.length === 0,
    },
  ]
}

/** @param from the first seed @returns what went wrong */
const someRuns = (from: number): Promise<string[]> =>
  onCloudInside(async (cloud) => {
    const worker = callerAt(cloud.url, await signInAs(cloud.url, 'chen'))
    const people = await newResidents(cloud.url, 6, 0)
    const faults: string[] = []
    for (let seed = from; seed < from + perCloud && faults.length < 5; seed += 1)
      faults.push(...(await actAtOnce({ cloud, worker, people }, seed)).faults)
    return faults
  })
