import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a small file so that after a crash there is either the old or the new content, never half. */
export function writeDurably(file: string, text: string, mode = 0o644): void {
  const draft = `${file}.${process.pid}.new`
  const handle = openSync(draft, 'w', mode)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
  syncDirectory(dirname(file))
}

/** Makes a rename in a directory durable. Windows cannot open directories and needs it not. */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(directory, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
