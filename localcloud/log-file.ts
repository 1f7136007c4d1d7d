import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const MAX_BYTES = 20 * 1024 * 1024
const FLUSH_MS = 100

/** Appends lines to a file; at 20 MB the file is kept as `<name>.1` and a new one begins. */
export class LogFile {
  private pending: string[] = []
  private timer: NodeJS.Timeout | null = null
  private size: number
  private closed = false

  constructor(private readonly file: string) {
    mkdirSync(dirname(file), { recursive: true })
    this.size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  }

  /** Line breaks within are written as `⏎`, so that one event stays one line. */
  write(line: string): void {
    if (this.closed) return
    this.pending.push(`${new Date().toISOString()} ${line.replace(/\r?\n/g, '⏎')}\n`)
    this.timer ??= setTimeout(() => this.flush(), FLUSH_MS).unref()
  }

  /** Writes what waits. Lines that come later, from instances that are just dying, are dropped. */
  close(): void {
    this.flush()
    this.closed = true
  }

  private flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (this.pending.length === 0) return
    const text = this.pending.splice(0).join('')
    try {
      if (this.size > MAX_BYTES) {
        renameSync(this.file, `${this.file}.1`)
        this.size = 0
      }
      appendFileSync(this.file, text)
      this.size += Buffer.byteLength(text)
    } catch {
      // A full disk costs lines of the log, never the cloud: what it holds can still be read.
    }
  }
}
