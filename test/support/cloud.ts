import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionName, ReplyOf } from '@contract/index'
import { personaOf } from '../../demo/personas'
import type { Cloud } from '../../localcloud/cloud'
import type { FaultPlan } from '../../localcloud/faults'
import {
  callerAt,
  newMembers,
  newResidents,
  signInAs,
  visitorTokens,
  type Caller,
  type CallInput,
} from './caller'
import { layDemoData } from './demo-data'
import { startHostedCloud, workerFile } from './hosted-cloud'
import { noHurry } from './no-hurry'
import { toldInLogs } from './told-in-logs'

export { newRequestId, type Caller } from './caller'

const dist = join(__dirname, '../../dist')

type Timer = Extract<ActionName, `jobs.${string}`> extends `jobs.${infer A}` ? A : never

/** A local cloud with the product and the demo's data in it, for one test file. */
export interface TestCloud extends Omit<Cloud, 'stop'> {
  /** The folder that holds its data. */
  directory: string
  /** A persona of the demo: residents `zhang`, `li`, `wang`, `liu` (another community), `visitor`. */
  resident(persona: string): Promise<Caller>
  /** A persona with a duty: `chen`, `zhao` (community workers), `sun` (steward), `zhou` (sub-district). */
  staff(persona: string): Promise<Caller>
  /** Nobody in particular: no log-in. */
  guest(): Caller
  /** New verified residents of 平安里社区 with so many points each. */
  residents(count: number, points: number): Promise<Caller[]>
  /** New residents of 平安里社区 who are registered with it. */
  members(count: number, points?: number): Promise<Caller[]>
  /** People of whom the product knows nothing. */
  strangers(count: number): Promise<Caller[]>
  /** Runs a timer's action as the platform or the operator does. */
  timer<A extends Timer>(action: A, input?: CallInput<`jobs.${A}`>): Promise<ReplyOf<`jobs.${A}`>>
  /** Stops it as Ctrl-C does; the data stays until the end of the file. */
  stop(): Promise<void>
}

export interface TestCloudOptions {
  /** Set from the start; `cloud.faults.set()` changes them later. */
  faults?: FaultPlan
  /** The data of an earlier cloud, to start it again, or an empty folder: then the first sign-in writes the demo's. */
  directory?: string
  /** Settings of the functions, e.g. the templates of WeChat's messages. */
  environment?: Record<string, string>
  /** Moves the clock of timers, links and server dates. */
  now?: () => number
  /** Gets the line of each request. */
  onTrace?: (line: string) => void
}

const running = new Set<Cloud>()
const directories = new Set<string>()

/**
 * Starts a cloud on a free port; it is stopped, and its data removed, at the end of the file. Its timers run when a
 * test runs them: by the clock, the outcome of a test would hang on the second at which it began.
 */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const failed = process.env.JINLIN_BUILD_ERROR
  if (failed) throw new Error(`The build failed before the tests: ${failed}`)
  const built = { manifestFile: join(dist, 'cloud.json'), workerFile }
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'jinlin-'))
  directories.add(directory)
  if (!options.directory) await layDemoData(directory, built)
  const cloud = await startHostedCloud({
    ...built,
    dataDirectory: directory,
    now: options.now,
    environment: { ...noHurry, ...options.environment },
    onTrace: options.onTrace,
    timers: false,
  })
  running.add(cloud)
  if (options.faults) cloud.faults.set(options.faults)
  return { ...cloud, directory, ...people(cloud, !options.directory), stop: () => stop(cloud) }
}

/** @param isLaid the demo's data are there: who is known signs in without the demo's function, which takes its time */
function people(cloud: Cloud, isLaid: boolean) {
  const tokenOf = async (id: string) =>
    isLaid ? cloud.signIn(personaOf(id).openId) : signInAs(cloud.url, id)
  const persona = async (id: string) => callerAt(cloud.url, await tokenOf(id))
  return {
    resident: persona,
    staff: persona,
    guest: () => callerAt(cloud.url),
    residents: (count: number, points: number) => newResidents(cloud.url, count, points),
    members: (count: number, points = 0) => newMembers(cloud.url, count, points),
    strangers: async (count: number) =>
      (await visitorTokens(cloud.url, count)).map((token) => callerAt(cloud.url, token)),
    timer: <A extends Timer>(action: A, input: unknown = {}) =>
      cloud.invoke('jobs', { action, input }) as Promise<ReplyOf<`jobs.${A}`>>,
  }
}

async function stop(cloud: Cloud): Promise<void> {
  if (running.delete(cloud)) await cloud.stop()
}

/** After the stories of every file its logs are looked through: none may tell of anybody. */
afterAll(async () => {
  await Promise.all([...running].map(stop))
  const told = [...directories].flatMap(toldInLogs)
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
  if (told.length > 0) throw new Error(`The logs tell of people:\n${told.slice(0, 20).join('\n')}`)
})
