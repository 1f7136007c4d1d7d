import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Output } from '@contract/index'
import { runTo, type Step } from '../../src/features/imports/run-to'
import { callerAt, newRequestId } from '../support/caller'
import { startCloudProcess } from '../support/cloud-process'
import { communityIds, countOf, differences, foundCommunities, stateOf, workersOf } from './district'
import { percentile, type Line } from './line'
import { householdsPerRoster, rosterOf, type Roster } from './rosters'

/** 文登: 47 communities of 3,000 households. `JINLIN_PROVE_COMMUNITIES` tries it with fewer. */
const communities = Number(process.env.JINLIN_PROVE_COMMUNITIES ?? 47)
/** Offices that import at the same time: as many as the function has instances. */
const callers = 4
const most = { importSeconds: 480, callSeconds: 10 }

type Report = Output<'imports.show'>
type Ask = (token: string) => ReturnType<typeof callerAt>

/** One community's list and whoever imports it; the report once it is read. */
interface Job {
  communityId: string
  token: string
  roster: Roster
  report: Report | null
}

/** One pass over all lists: how long it took, and each call in it. */
interface Pass {
  seconds: number
  waits: number[]
}

/** Every household of a district: read, looked at, written and taken back, each by its community's own worker. */
export async function households(): Promise<Line[]> {
  const directory = mkdtempSync(join(tmpdir(), 'jinlin-households-'))
  const ids = communityIds(communities)
  try {
    await foundCommunities(directory, ids)
    const tokens = await onCloud(directory, (_ask, url) => workersOf(url, ids))
    const jobs: Job[] = []
    for (const [index, communityId] of ids.entries())
      jobs.push({ communityId, token: tokens[index] ?? '', roster: await rosterOf(index), report: null })
    return await measure(directory, jobs)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** The cloud stands still whenever the whole database is looked at. */
async function measure(directory: string, jobs: Job[]): Promise<Line[]> {
  const before = await stateOf(directory)
  const dryRun = await onCloud(directory, (ask) =>
    pass('dry run', jobs, (job, timed) => stage(job, ask, timed)),
  )
  const [looked, present] = [await stateOf(directory), await countOf(directory, 'households')]
  const applied = await onCloud(directory, (ask) =>
    pass('import', jobs, (job, timed) => toTheEnd('imports.apply', job, ask, timed)),
  )
  const after = await countOf(directory, 'households')
  const undone = await onCloud(directory, (ask) =>
    pass('undo', jobs, (job, timed) => toTheEnd('imports.undo', job, ask, timed)),
  )
  const atTheEnd = await stateOf(directory)
  const all = { dryRun, applied, undone }
  return [
    ...linesOf(jobs, all, { present, after }),
    sameLine('  the dry run wrote nothing else', differences(before, looked)),
    sameLine('  undone again, the database is as it was', differences(before, atTheEnd)),
  ]
}

function linesOf(
  jobs: readonly Job[],
  { dryRun, applied, undone }: Record<'dryRun' | 'applied' | 'undone', Pass>,
  { present, after }: { present: number; after: number },
): Line[] {
  const asked = jobs.length * householdsPerRoster
  const rows = jobs.reduce((sum, { roster }) => sum + roster.rows, 0)
  const read = jobs.reduce((sum, { report }) => sum + (report?.toDo ?? 0), 0)
  const known = jobs.reduce((sum, { report }) => sum + (report?.changed ?? 0) + (report?.unchanged ?? 0), 0)
  const waits = [dryRun, applied, undone].flatMap((one) => one.waits)
  const seconds = dryRun.seconds + applied.seconds
  return [
    {
      line: `${asked} households in ${jobs.length} lists, ${callers} at a time: dry run and import`,
      limit: `≤ ${most.importSeconds} s`,
      figure: `${dryRun.seconds.toFixed(0)} s and ${applied.seconds.toFixed(0)} s, ${(asked / seconds).toFixed(0)}/s`,
      holds: seconds <= most.importSeconds,
    },
    {
      line: '  every row read, every household there',
      limit: `${rows} rows, ${asked} households`,
      figure: `${read} rows, ${after} households, ${present} of them before`,
      holds: read === rows && after >= asked && after <= asked + present && known <= present * 2,
    },
    {
      line: '  and taken back',
      limit: `≤ ${most.importSeconds} s`,
      figure: `${undone.seconds.toFixed(0)} s`,
      holds: undone.seconds <= most.importSeconds,
    },
    {
      line: '  p95 of a call, which says how far the import has come; the longest',
      limit: `≤ ${most.callSeconds} s`,
      figure: `${inSeconds(percentile(waits, 0.95))}, ${inSeconds(Math.max(...waits))}`,
      holds: percentile(waits, 0.95) <= most.callSeconds * 1000,
    },
  ]
}

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** What an import leaves behind once it is undone: that it was. */
const own = ['import_batches', 'imports']

const sameLine = (line: string, different: readonly string[]): Line => ({
  line,
  limit: `but ${own.join(', ')}`,
  figure: different.join(', ') || 'nothing',
  holds: different.every((name) => own.includes(name)),
})

/**
 * The manifest with no timers in it: what they write (boards, reminders) would hide what an import changes. It lies
 * beside the one that was built, from where its paths are counted.
 */
function withoutTimers(): string {
  const built = join(process.cwd(), 'dist/cloud.json')
  const manifest = JSON.parse(readFileSync(built, 'utf8')) as { functions: Record<string, object> }
  const functions = Object.entries(manifest.functions).map(([name, one]) => [name, { ...one, timers: [] }])
  const file = join(process.cwd(), 'dist/cloud-without-timers.json')
  writeFileSync(file, JSON.stringify({ ...manifest, functions: Object.fromEntries(functions) }))
  return file
}

async function onCloud<Result>(
  directory: string,
  work: (ask: Ask, url: string) => Promise<Result>,
): Promise<Result> {
  const cloud = await startCloudProcess(directory, ['--manifest', withoutTimers()])
  try {
    return await work((token) => callerAt(cloud.url, token), cloud.url)
  } finally {
    await cloud.stop()
  }
}

type Timed = <Reply>(call: Promise<Reply>) => Promise<Reply>

/** Some lists at a time, and a line for each tenth of them. */
async function pass(
  name: string,
  jobs: readonly Job[],
  work: (job: Job, timed: Timed) => Promise<void>,
): Promise<Pass> {
  const waits: number[] = []
  const timed: Timed = async (call) => {
    const from = performance.now()
    const reply = await call
    waits.push(performance.now() - from)
    return reply
  }
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  let [next, done] = [0, 0]
  const inTurn = async () => {
    for (let job = jobs[next++]; job; job = jobs[next++]) {
      await work(job, timed)
      done += 1
      if (done % Math.ceil(jobs.length / 10) === 0 || done === jobs.length)
        console.log(`    ${name}: ${done} of ${jobs.length} lists, ${seconds().toFixed(0)} s`)
    }
  }
  await Promise.all(Array.from({ length: callers }, inTurn))
  return { seconds: seconds(), waits }
}

async function stage(job: Job, ask: Ask, timed: Timed): Promise<void> {
  const { communityId, roster } = job
  job.report = await timed(
    ask(job.token).get('imports.stage', {
      requestId: newRequestId(),
      communityId,
      fileName: '居民花名册.xlsx',
      contentBase64: roster.contentBase64,
    }),
  )
}

/** As the page does: call after call, until the import has reached its end. */
async function toTheEnd(
  action: 'imports.apply' | 'imports.undo',
  job: Job,
  ask: Ask,
  timed: Timed,
): Promise<void> {
  const place = { communityId: job.communityId, importId: job.report?.id ?? '' }
  const input = action === 'imports.apply' ? { ...place, skipErroneous: false } : place
  const step = () => timed(ask(job.token).send(action, input)) as ReturnType<Step>
  const failure = await runTo(action === 'imports.apply' ? 'applied' : 'undone', step, () => undefined)
  if (failure) throw new Error(`${action}: ${failure.code}`)
}
