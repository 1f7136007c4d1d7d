import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { threadId } from 'node:worker_threads'
import { Script } from 'node:vm'

/** A bundle's exports, and what keeps its compiled code for the next instance. */
export interface LoadedBundle {
  exports: unknown
  /** Called once the functions in use have been compiled; does nothing if the code was kept already. */
  keepCode: () => void
}

const DIGEST_BYTES = 32

/**
 * Loads a CommonJS bundle as `require` does, with the code that V8 compiled for an earlier instance: three
 * megabytes of source cost a tenth of a second on each start otherwise. The code lies beside the bundle under its
 * source's digest, because V8 itself compares only lengths.
 */
export function loadBundle(file: string): LoadedBundle {
  const source = readFileSync(file)
  const digest = createHash('sha256').update(source).digest()
  const codeFile = `${file}.code`
  const cachedData = keptCode(codeFile, digest)
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source.toString()}\n})`
  const script = new Script(wrapped, { filename: file, cachedData })
  const module = { exports: {} as unknown }
  const run = script.runInThisContext() as (...scope: unknown[]) => void
  run.call(module.exports, module.exports, createRequire(file), module, file, dirname(file))
  let kept = cachedData !== undefined && !script.cachedDataRejected
  const keepCode = () => {
    if (kept) return
    kept = true
    writeCode(codeFile, Buffer.concat([digest, script.createCachedData()]))
  }
  return { exports: module.exports, keepCode }
}

function keptCode(codeFile: string, digest: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(codeFile)
    return kept.subarray(0, DIGEST_BYTES).equals(digest) ? kept.subarray(DIGEST_BYTES) : undefined
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
