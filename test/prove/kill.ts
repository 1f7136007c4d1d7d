import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callerAt, newTokens, signInAs } from '../support/caller'
import { startCloudProcess } from '../support/cloud-process'
import { doOtherThings, lookForOthers, type Other } from './other-deeds'
import type { Line } from './line'
import {
  lookAtTheEnd,
  lookForAcknowledged,
  newItem,
  redeemUntilKilled,
  repeatUndecided,
  underLoad,
  type Record,
  type Wish,
} from './wishes'

const rounds = 100
const people = 20

/** Kills the running cloud under load, again and again, and looks for anything that was lost. */
export async function kill(): Promise<Line[]> {
  const directory = mkdtempSync(join(tmpdir(), 'jinlin-kill-'))
  try {
    const { acknowledged, faults, slowestStartMs } = await killRounds(directory)
    return [
      {
        line: `kill −9 of the running cloud under mixed load, ${rounds} rounds`,
        limit: 'nothing acknowledged lost, reconcile clean, no reservation left',
        figure: [`${acknowledged} acknowledged`, ...faults.slice(0, 5), `${faults.length} faults`].join('; '),
        holds: faults.length === 0 && acknowledged > rounds,
      },
      {
        line: '  ready again after a kill, slowest',
        limit: '≤ 10 s',
        figure: `${(slowestStartMs / 1000).toFixed(2)} s`,
        holds: slowestStartMs <= 10_000,
      },
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function killRounds(directory: string): Promise<Record> {
  const record: Record = { wishes: [], acknowledged: 0, faults: [], slowestStartMs: 0 }
  let cloud = await startCloudProcess(directory)
  const items: string[] = []
  const tokens = await newTokens(cloud.url, people, 100_000)
  for (let round = 0; round < rounds; round++) {
    // Each person may have so many of one item.
    if (round % 10 === 0) items.push(await newItem(callerAt(cloud.url, await signInAs(cloud.url, 'chen'))))
    const itemId = items.at(-1) ?? ''
    const fresh: Wish[] = []
    const others: Other[] = []
    const load = Promise.all([
      ...tokens.map((token) => redeemUntilKilled(cloud.url, token, itemId, fresh)),
      doOtherThings(cloud.url, tokens, round, others),
    ])
    await underLoad(fresh)
    // Never at the same moment of a call.
    await new Promise((later) => setTimeout(later, (round * 37) % 250))
    await cloud.kill()
    await load
    cloud = await startCloudProcess(directory)
    record.slowestStartMs = Math.max(record.slowestStartMs, cloud.startedInMs)
    await lookForAcknowledged(cloud.url, fresh, record)
    await lookForOthers(cloud.url, others, record)
    record.wishes.push(...fresh)
  }
  await repeatUndecided(cloud.url, record)
  for (const itemId of items) await lookAtTheEnd(cloud, itemId, record)
  await cloud.stop()
  return record
}
