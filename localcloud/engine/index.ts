import type { ScanStats } from './query/scan'
import { SqliteEngine } from './sqlite-engine'
import { openFile } from './store/file'
import type { Engine, EngineOptions } from './types'

export { EngineError } from './types'
export type * from './types'

/**
 * Opens the database, making what is missing. Throws an EngineError when a declared index cannot be built,
 * and an Error when the file was written by a newer version. `stats` counts rows read, for tests.
 */
export function openEngine(options: EngineOptions): Engine & { readonly stats: ScanStats } {
  const file = openFile(options.directory)
  try {
    return new SqliteEngine(file, options)
  } catch (error) {
    file.close()
    throw error
  }
}
