import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ActionName, ReplyOf } from '@contract/index'
import type { CallInput } from './caller'

/** Commands and tests of this project run in the checkout's folder. */
const dist = join(process.cwd(), 'dist')

type Timer = Extract<ActionName, `jobs.${string}`> extends `jobs.${infer A}` ? A : never

/** A local cloud in a process of its own, so that it can be killed. */
export interface CloudProcess {
  url: string
  /** Calls a function as the operator: timers' actions of `jobs`. @returns its reply */
  operate<A extends Timer>(action: A, input?: CallInput<`jobs.${A}`>): Promise<ReplyOf<`jobs.${A}`>>
  /** Milliseconds from the start of the process until it was ready. */
  startedInMs: number
  /** kill −9: no last words. */
  kill(): Promise<void>
  /** Ctrl-C. */
  stop(): Promise<void>
}

/**
 * Starts the built cloud on a data directory and waits until it is ready.
 * @param mostFileBytes no file may grow beyond it, as on a full disk (needs bash)
 */
export async function startCloudProcess(
  directory: string,
  flags: string[] = [],
  mostFileBytes?: number,
): Promise<CloudProcess> {
  const startedAt = Date.now()
  const parameters = ['--manifest', join(dist, 'cloud.json'), '--data', directory, '--port', '0', ...flags]
  const command = [process.execPath, join(dist, 'localcloud/main.js'), ...parameters]
  // The shell counts in blocks of 1,024 bytes; `exec` makes the cloud the child itself.
  const limit = ['bash', '-c', 'ulimit -f "$0"; exec "$@"', String(Math.ceil((mostFileBytes ?? 0) / 1024))]
  const [program = '', ...rest] = mostFileBytes ? [...limit, ...command] : command
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await readyUrl(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    url,
    startedInMs: Date.now() - startedAt,
    operate: (action, input) => operate(directory, url, { action, input: input ?? {} }) as Promise<never>,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
  }
}

async function operate(directory: string, url: string, event: object): Promise<unknown> {
  const { operator } = JSON.parse(readFileSync(join(directory, 'keys.json'), 'utf8')) as { operator: string }
  const response = await fetch(`${url}/v1/operator/functions/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${operator}` },
    body: JSON.stringify(event),
  })
  if (!response.ok) throw new Error(`HTTP ${response.status} ${await response.text()}`)
  return response.json()
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The cloud ended with ${code} before it was ready.`)))
    if (!child.stdout) return
    createInterface(child.stdout).on('line', (line) => {
      const url = /^ready (http:\S+)$/.exec(line)?.[1]
      if (url) resolve(url)
    })
  })
}
