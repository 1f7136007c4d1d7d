import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Output } from '@contract/index'
import type { FaultPlan } from '../../localcloud/faults'
import { noHurry } from '../support/no-hurry'
import { callerAt, newMembers, newRequestId, newResidents, signInAs, type Caller } from '../support/caller'
import { startCloudProcess, type CloudProcess } from '../support/cloud-process'

/** The community that the demo's residents live in. */
export const community = 'wendeng.tianfu.pinganli'

/** A cloud in a process of its own with the product in it, under load from this process. */
export interface Stage {
  url: string
  worker: Caller
  residents(count: number, points: number): Promise<Caller[]>
  /** Residents who are registered with their community. */
  members(count: number): Promise<Caller[]>
  /** Runs a timer's action as the operator does. */
  operate: CloudProcess['operate']
  item(costPoints: number, stock: number, limitPerPerson: number): Promise<Output<'points.createItem'>>
  faults(plan: FaultPlan): Promise<void>
  /** Database calls since the last `resetCalls`. */
  databaseCalls(): Promise<number>
  resetCalls(): Promise<void>
}

/**
 * Runs the work on a fresh cloud and removes it afterwards.
 * @param rate how much one person may ask for (`kit/rates.ts`). By default so much that it stops nobody: what is proven
 *   then holds without it
 */
export async function onStage<Result>(
  work: (stage: Stage) => Promise<Result>,
  rate = noHurry.JINLIN_RATE,
): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'jinlin-prove-'))
  const cloud = await startCloudProcess(directory, ['--faults', '--env', `JINLIN_RATE=${rate}`])
  try {
    return await work(await stageAt(cloud))
  } finally {
    await cloud.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

async function stageAt({ url, operate }: CloudProcess): Promise<Stage> {
  const worker = callerAt(url, await signInAs(url, 'chen'))
  return {
    url,
    worker,
    operate,
    residents: (count, points) => newResidents(url, count, points),
    members: (count) => newMembers(url, count, 0),
    item: (costPoints, stock, limitPerPerson) =>
      worker.get('points.createItem', itemInput(costPoints, stock, limitPerPerson)),
    faults: async (plan) => {
      await fetch(`${url}/__faults`, { method: 'POST', body: JSON.stringify(plan) })
    },
    databaseCalls: async () => {
      const stats = (await (await fetch(`${url}/__stats`)).json()) as { databaseCalls: number }
      return stats.databaseCalls
    },
    resetCalls: async () => {
      await fetch(`${url}/__stats`, { method: 'DELETE' })
    },
  }
}

const itemInput = (costPoints: number, stock: number, limitPerPerson: number) => ({
  requestId: newRequestId(),
  communityId: community,
  name: '限量商品',
  description: '',
  costPoints,
  stock,
  limitPerPerson,
  limitPeriod: 'always' as const,
  pickupPlace: '1 号驿站',
  pickupHours: '每天 9:00–17:00',
  photoId: null,
})
