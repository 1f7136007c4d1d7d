import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const dist = join(__dirname, '../../dist')

/** A local cloud in a process of its own, so that it can be killed. */
export interface CloudProcess {
  url: string
  /** Milliseconds from the start of the process until it was ready. */
  startedInMs: number
  /** kill −9: no last words. */
  kill(): Promise<void>
  /** Ctrl-C. */
  stop(): Promise<void>
}

/** Starts the built cloud on a data directory and waits until it is ready. */
export async function startCloudProcess(directory: string, flags: string[] = []): Promise<CloudProcess> {
  const startedAt = Date.now()
  const parameters = ['--manifest', join(dist, 'cloud.json'), '--data', directory, '--port', '0', ...flags]
  const child = spawn(process.execPath, [join(dist, 'localcloud/main.js'), ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await readyUrl(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return { url, startedInMs: Date.now() - startedAt, kill: () => end('SIGKILL'), stop: () => end('SIGINT') }
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
