import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CloudOptions } from '../../localcloud/cloud'
import { signInAs } from './caller'
import { startHostedCloud } from './hosted-cloud'

/** Milliseconds that writing the data may take on a busy machine; whoever waits longer writes it again. */
const patienceMs = 150_000

type Starting = Pick<CloudOptions, 'manifestFile' | 'workerFile'>

/**
 * Lays the demo's data into a folder. It is written once in a run, by the first that needs it, and copied for the
 * others: all clouds of a run have the same keys, so an id in one is an id in each.
 * @param how the cloud is started that writes it
 */
export async function layDemoData(directory: string, how: Starting): Promise<void> {
  const folder = process.env.JINLIN_TEST_RUN
  if (!folder) throw new Error('the set-up of the tests names no folder for this run')
  const data = join(folder, 'data')
  if (!existsSync(data)) await writeOnce(data, how)
  cpSync(data, directory, { recursive: true })
}

/** Of several at once one writes, the others wait. */
async function writeOnce(data: string, how: Starting): Promise<void> {
  const mine = `${data}.writing`
  const end = Date.now() + patienceMs
  while (!existsSync(data)) {
    if (!taken(mine)) {
      if (Date.now() > end) throw new Error('the demo data was not written')
      await sleep(50)
      continue
    }
    try {
      if (!existsSync(data)) renameSync(await written(`${data}-`, how), data)
    } finally {
      rmdirSync(mine)
    }
  }
}

function taken(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** The demo's first sign-in writes its data. */
async function written(prefix: string, how: Starting): Promise<string> {
  const directory = mkdtempSync(prefix)
  const cloud = await startHostedCloud({ ...how, dataDirectory: directory, timers: false })
  // On a busy machine the function may reach its time-out: what it wrote is there, and the next call goes on.
  const signIn = () => signInAs(cloud.url, 'sun')
  await signIn()
    .catch(signIn)
    .catch(signIn)
    .finally(() => cloud.stop())
  return directory
}
