import cloudbase from '@cloudbase/node-sdk'
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cloud, startCloud } from '../../localcloud/cloud'
import { type BenchLine, inTurn, type Times, timing } from './line'

const ROUNDS = 300
const WARM_UP = 60
const LEAST_RATIO = 0.7

type App = ReturnType<typeof cloudbase.init>

/** What the SDK hands out; its own types leave that open. */
interface Transaction {
  collection: (name: string) => ReturnType<ReturnType<App['database']>['collection']>
  commit: () => Promise<unknown>
}

/**
 * A transaction of seven calls (begin, two reads, two updates, one insert, commit) through the SDK and the gateway,
 * against the same calls to a gateway that answers with constants: what the SDK and HTTP cost by themselves.
 */
export async function line(): Promise<BenchLine> {
  // Else the SDK asks Tencent's metadata service at each call where it runs, and complains.
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'bench',
  })
  const folder = mkdtempSync(join(tmpdir(), 'jinlin-bench-'))
  const cloud = await startPlainCloud(folder)
  const constants = await startConstants()
  const log = openSync(join(folder, 'commits'), 'w')
  const durable = await startConstants(() => {
    writeSync(log, onePage)
    fdatasyncSync(log)
  })
  try {
    const ours = await transactionAt(cloud.sdk.serviceUrl, cloud)
    const theirs = await transactionAt(`${constants.url}/admin`, cloud)
    const least = await transactionAt(`${durable.url}/admin`, cloud)
    await inTurn(WARM_UP, ours, theirs)
    const [ourTimes, theirTimes] = await inTurn(ROUNDS, ours, theirs)
    const [leastTimes, besideIt] = await inTurn(ROUNDS, least, theirs)
    const notes = [leastOf(leastTimes, besideIt), ...(await engineAlone(cloud))]
    return reported(ourTimes, theirTimes, notes)
  } finally {
    await cloud.stop()
    for (const { server } of [constants, durable]) server.close()
    closeSync(log)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What any gateway takes that puts a commit on disk before it answers, were it to do nothing else. */
function leastOf(least: Times, constants: Times): string {
  const [with4k, without] = [timing('', least.elapsed).median, timing('', constants.elapsed).median]
  return `constants, and one page put on disk at the commit: ${with4k.toFixed(2)} ms, a ratio of ${(without / with4k).toFixed(2)}`
}

function reported(ours: Times, theirs: Times, notes: string[]): BenchLine {
  const [local, constant] = [
    timing('SDK, gateway, engine', ours.elapsed),
    timing('SDK, constants', theirs.elapsed),
  ]
  const ratio = constant.median / local.median
  const processor = [ours, theirs].map((times) => timing('processor', times.processor).median) as [
    number,
    number,
  ]
  return {
    name: 'a transaction of 7 calls',
    limit: `≥ ${LEAST_RATIO}`,
    ratio,
    holds: ratio >= LEAST_RATIO,
    ours: local,
    theirs: constant,
    notes: [
      `beyond the SDK and HTTP: ${(local.median - constant.median).toFixed(2)} ms of the median`,
      `processor time: ${processor[0].toFixed(2)} against ${processor[1].toFixed(2)} ms, ${(processor[1] / processor[0]).toFixed(2)}`,
      ...notes,
    ],
  }
}

async function transactionAt(serviceUrl: string, { sdk }: Cloud): Promise<() => Promise<void>> {
  const app = cloudbase.init({ ...sdk, serviceUrl, keepalive: true })
  const db = app.database()
  const { inc } = db.command
  await db.collection('accounts').add([
    { _id: 'a', n: 0 },
    { _id: 'b', n: 0 },
  ])
  let serial = 0
  return async () => {
    const tx = (await db.startTransaction()) as Transaction
    const accounts = tx.collection('accounts')
    await accounts.doc('a').get()
    await accounts.doc('b').get()
    await accounts.doc('a').update({ n: inc(-1) })
    await accounts.doc('b').update({ n: inc(1) })
    await tx.collection('entries').add({ _id: `e${++serial}`, from: 'a', to: 'b', points: 1 })
    await tx.commit()
  }
}

function startPlainCloud(folder: string): Promise<Cloud> {
  const manifest = {
    envId: 'bench',
    functions: {},
    collections: {
      accounts: { indexes: [] },
      entries: { indexes: [{ name: 'from', fields: [['from', 1]] }] },
    },
    secrets: [],
  }
  writeFileSync(join(folder, 'cloud.json'), JSON.stringify(manifest))
  return startCloud({ manifestFile: join(folder, 'cloud.json'), dataDirectory: join(folder, 'data') })
}

/** Replies of the right shape and size, made once; requests are read, and not understood. */
const CONSTANTS: Record<string, unknown> = {
  'database.startTransaction': { transactionId: 'a3bb189e-8bf9-3888-9912-ace4e6543002' },
  'database.commitTransaction': {},
  'database.getDocument': { data: { list: ['{"_id":"a","n":{"$numberInt":"1"}}'] } },
  'database.modifyDocument': { data: { updated: 1 } },
  'database.insertDocument': { data: { insertedIds: ['e1'] } },
}

/** As large as what SQLite writes at least for a commit. */
const onePage = Buffer.alloc(4096)

/** @param onCommit done before a commit is answered */
async function startConstants(onCommit = () => {}): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      const { action } = JSON.parse(body) as { action: string }
      if (action === 'database.commitTransaction') onCommit()
      const text = JSON.stringify({ requestId: 'r', ...(CONSTANTS[action] as object) })
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      })
      response.end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** The same work on the engine itself: what is left of the difference is reading and writing the wire. */
async function engineAlone({ engine }: Cloud): Promise<string[]> {
  const [whole, commits]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now()
    const transactionId = engine.begin()
    for (const _id of ['a', 'b'])
      await engine.find({ collection: 'accounts', filter: { _id }, transactionId })
    for (const [_id, by] of Object.entries({ a: -1, b: 1 })) {
      const change = { $inc: { n: by } }
      const how = { replace: false, upsert: false, multi: false }
      await engine.modify({ collection: 'accounts', filter: { _id }, change, ...how, transactionId })
    }
    await engine.insert('entries', [{ _id: `direct${round}`, from: 'a', to: 'b', points: 1 }], transactionId)
    const commit = performance.now()
    await engine.commit(transactionId)
    commits.push(performance.now() - commit)
    whole.push(performance.now() - from)
  }
  const [all, last] = [timing('engine', whole), timing('commit', commits)]
  return [
    `the engine alone: ${all.median.toFixed(2)} ms, of which the commit, on disk, ${last.median.toFixed(2)} ms`,
  ]
}
