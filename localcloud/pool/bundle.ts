import { closeSync, fstatSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { threadId } from 'node:worker_threads'
import { Script } from 'node:vm'

/** A bundle that can be run, and what keeps its compiled code for the next thread. */
export interface LoadedBundle {
  /** Runs it from its first line. @returns its exports, which share nothing with those of an earlier run */
  run: () => unknown
  /** Called once the functions in use have been compiled; does nothing if the code was kept already. */
  keepCode: () => void
}

/** Bytes before the code: which source it was compiled from. */
const MARK_BYTES = 16

/**
 * Loads a CommonJS bundle as `require` does, with the code that V8 compiled for an earlier instance: two megabytes of
 * source cost a tenth of a second on each start otherwise. The code lies beside the bundle under its source's size
 * and time, because V8 itself compares only lengths.
 */
export function loadBundle(file: string): LoadedBundle {
  const { source, mark } = readSource(file)
  const codeFile = `${file}.code`
  const cachedData = keptCode(codeFile, mark)
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`
  const script = new Script(wrapped, { filename: file, cachedData })
  const body = script.runInThisContext() as (...scope: unknown[]) => void
  const run = () => {
    const module = { exports: {} as unknown }
    body.call(module.exports, module.exports, createRequire(file), module, file, dirname(file))
    return module.exports
  }
  let kept = cachedData !== undefined && !script.cachedDataRejected
  const keepCode = () => {
    if (kept) return
    kept = true
    writeCode(codeFile, Buffer.concat([mark, script.createCachedData()]))
  }
  return { run, keepCode }
}

/** The text, and a mark that another text at this place will not have. */
function readSource(file: string): { source: string; mark: Buffer } {
  const opened = openSync(file, 'r')
  try {
    const { size, mtimeNs } = fstatSync(opened, { bigint: true })
    const mark = Buffer.alloc(MARK_BYTES)
    mark.writeBigUInt64LE(size)
    mark.writeBigUInt64LE(mtimeNs, MARK_BYTES / 2)
    return { source: readFileSync(opened, 'utf8'), mark }
  } finally {
    closeSync(opened)
  }
}

function keptCode(codeFile: string, mark: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(codeFile)
    return kept.subarray(0, MARK_BYTES).equals(mark) ? kept.subarray(MARK_BYTES) : undefined
  } catch {
    return undefined
  }
}

/** A folder that cannot be written to costs time, nothing else. */
function writeCode(codeFile: string, code: Buffer): void {
  const beside = `${codeFile}.${process.pid}.${threadId}`
  try {
    writeFileSync(beside, code)
    renameSync(beside, codeFile)
  } catch {
    // The next instance compiles again.
  }
}
