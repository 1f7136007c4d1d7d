import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../../localcloud/cloud'
import { signInAs } from '../support/caller'
import { noHurry } from '../support/no-hurry'

/** Commands of this project run in the checkout's folder. */
const dist = join(process.cwd(), 'dist')

/** Runs the work on a fresh cloud in this process, whose database can be reached past the functions. */
export async function onCloudInside<Result>(work: (cloud: Cloud) => Promise<Result>): Promise<Result> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'jinlin-prove-'))
  const cloud = await startCloud({
    manifestFile: join(dist, 'cloud.json'),
    workerFile: join(dist, 'localcloud/worker.js'),
    dataDirectory,
    environment: noHurry,
    timers: false,
  })
  try {
    // The first sign-in writes the demo's data.
    await signInAs(cloud.url, 'sun')
    return await work(cloud)
  } finally {
    await cloud.stop()
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}
