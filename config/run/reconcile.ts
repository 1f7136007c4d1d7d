// npm run reconcile [-- --data DIR]: proves the ledger of a data directory, whether its cloud runs or not.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ReplyOf } from '../../cloudfunctions/contract'
import { startCloud } from '../../localcloud/cloud'
import { findRunning } from '../../localcloud/lock'

type Proof = ReplyOf<'jobs.reconcile'>
type Invoke = (input: { restart: boolean }) => Promise<Proof>

/** Exit codes: 0 clean, 1 differences found, 2 no proof could be made. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { data: { type: 'string', default: '.data' } } })
  const directory = resolve(values.data)
  const running = findRunning(directory)?.url
  if (running) return prove(invokeRunning(running, directory))
  const cloud = await startCloud({
    manifestFile: resolve('dist/cloud.json'),
    workerFile: resolve('dist/localcloud/worker.js'),
    dataDirectory: directory,
  })
  try {
    return await prove((input) => cloud.invoke('jobs', { action: 'reconcile', input }) as Promise<Proof>)
  } finally {
    await cloud.stop()
  }
}

/** A run takes as many calls as its ledger is long; each goes on where the one before stopped. */
async function prove(invoke: Invoke): Promise<number> {
  let proof = await invoke({ restart: true })
  while (proof.ok && !proof.data.finished) {
    process.stdout.write(`已核对 ${proof.data.accounts} 个账户、${proof.data.journals} 笔 …\n`)
    await new Promise((next) => setTimeout(next, 500))
    proof = await invoke({ restart: false })
  }
  if (!proof.ok) {
    process.stderr.write(`核对没有完成：${proof.code}\n`)
    return 2
  }
  const { accounts, journals, differences } = proof.data
  for (const { document, problem, communityId } of differences) {
    process.stdout.write(`差异  ${communityId}  ${document}: ${problem}\n`)
  }
  const outcome =
    differences.length > 0 ? `发现 ${differences.length} 处差异，相关社区已暂停兑换` : '没有差异'
  process.stdout.write(`核对完成：${accounts} 个账户，${journals} 笔，${outcome}\n`)
  return differences.length > 0 ? 1 : 0
}

function invokeRunning(url: string, directory: string): Invoke {
  const { operator } = JSON.parse(readFileSync(join(directory, 'keys.json'), 'utf8')) as { operator: string }
  return async (input) => {
    const reply = await fetch(`${url}/v1/operator/functions/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${operator}` },
      body: JSON.stringify({ action: 'reconcile', input }),
    })
    if (!reply.ok) throw new Error(`${url} HTTP ${reply.status}`)
    return (await reply.json()) as Proof
  }
}

void main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`核对没有完成：${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  },
)
