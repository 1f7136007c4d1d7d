import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from './files'

/** Who has a data directory open; `url` is there once the cloud listens. */
export interface Lock {
  pid: number
  /** When the process started, in clock ticks since boot (Linux): tells a reused pid. */
  born: string | null
  url?: string
}

/** Thrown when another cloud has the directory open. */
export class DirectoryInUse extends Error {}

/** Takes `<data>/lock.json` for this process; a lock that a killed cloud left behind is replaced. */
export function takeLock(directory: string): { announce: (url: string) => void; release: () => void } {
  const file = join(directory, 'lock.json')
  const lock: Lock = { pid: process.pid, born: birthOf(process.pid) }
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(lock), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) throw error
      const holder = findRunning(directory)
      if (holder)
        throw new DirectoryInUse(`${directory} 正被进程 ${holder.pid} 使用 (in use by that process)`)
      rmSync(file, { force: true })
    }
  }
  return {
    announce: (url) => writeDurably(file, JSON.stringify({ ...lock, url })),
    release: () => rmSync(file, { force: true }),
  }
}

/** The cloud that has a data directory open right now, for operator commands; null when there is none. */
export function findRunning(directory: string): Lock | null {
  let lock: Lock
  try {
    lock = JSON.parse(readFileSync(join(directory, 'lock.json'), 'utf8')) as Lock
  } catch {
    return null
  }
  return isAlive(lock.pid) && birthOf(lock.pid) === lock.born ? lock : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Field 22 of /proc/<pid>/stat, after the name in brackets; null where there is no /proc. */
function birthOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
