import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type BenchLine, timing } from './line'

const samples = 15
const most = 0.9

/**
 * From the start of a process to a function's first reply: the product's bundle with all actions of its domain
 * against a function of one query with wx-server-sdk, not bundled. Both ask a gateway that answers with constants.
 */
export async function start(): Promise<BenchLine> {
  const peerFolder = process.env.JINLIN_BENCH_PEERS ?? ''
  const gateway = createServer((request, response) => {
    request.resume()
    request.on('end', () =>
      response.end(JSON.stringify({ requestId: 'bench', data: { list: [], total: 0 } })),
    )
  })
  await new Promise<void>((up) => gateway.listen(0, '127.0.0.1', up))
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/admin`
  const peerFile = join(peerFolder, 'start-peer.cjs')
  copyFileSync(join(process.cwd(), 'test/bench/start-peer.cjs'), peerFile)
  const place = { communityId: 'wendeng.tianfu.pinganli' }
  const commands = {
    own: [
      join(process.cwd(), 'dist/functions/points/index.js'),
      JSON.stringify({ action: 'items', input: place }),
    ],
    peer: [peerFile, JSON.stringify(place)],
    nothing: [join(process.cwd(), 'test/bench/start-nothing.cjs'), '{}'],
  }
  const waits = { own: [] as number[], peer: [] as number[], nothing: [] as number[] }
  try {
    for (let sample = 0; sample <= samples; sample += 1)
      for (const name of ['own', 'peer', 'nothing'] as const) {
        const wait = await firstReply(commands[name], url)
        // The first of each fills the disk's cache.
        if (sample > 0) waits[name].push(wait)
      }
  } finally {
    gateway.close()
    gateway.closeAllConnections()
  }
  return lineOf(waits)
}

function lineOf(waits: Record<'own' | 'peer' | 'nothing', number[]>): BenchLine {
  const ours = timing('all of points in one bundle', waits.own)
  const theirs = timing('one query with wx-server-sdk from node_modules', waits.peer)
  const ratio = ours.median / theirs.median
  const empty = timing('', waits.nothing).median
  return {
    name: 'function start to the first reply',
    limit: `≤ ${most}`,
    ratio,
    holds: ratio <= most,
    ours,
    theirs,
    notes: [`of both, a process that does nothing: ${empty.toFixed(0)} ms`],
  }
}

/** @returns milliseconds */
function firstReply(command: string[], url: string): Promise<number> {
  const env = {
    PATH: process.env.PATH,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'bench',
    TENCENTCLOUD_SECRETKEY: 'bench',
    SCF_NAMESPACE: 'bench',
    TCB_ENV: 'bench',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
    JINLIN_KEY: 'bench-bench-bench-bench-bench-bench',
  }
  const from = performance.now()
  const child = spawn(process.execPath, [join(process.cwd(), 'test/bench/start-child.cjs'), ...command], {
    env: env as NodeJS.ProcessEnv,
  })
  return new Promise((resolve, reject) => {
    const errors: string[] = []
    let reply = ''
    child.stderr.on('data', (chunk) => errors.push(String(chunk)))
    child.stdout.on('data', (chunk) => {
      reply += String(chunk)
      if (/"ok":true|^\{\}/m.test(reply)) resolve(performance.now() - from)
    })
    child.on('exit', () => reject(new Error(`no reply: ${reply}${errors.join('')}`)))
  })
}
