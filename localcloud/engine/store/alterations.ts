import type { Catalog } from './catalog'
import { inTransaction, type SqliteFile } from './file'

/** How often a change by another program is looked for, in ms. */
const CHECK_MS = 50

/**
 * Lets the indexes follow what a person altered in the file with a SQLite shell, while the engine runs or
 * before. The triggers of the collections note each altered document with its text before. A document that
 * now breaks a unique index is kept and listed: finding such things is reconcile's task.
 */
export class Alterations {
  private readonly version
  private readonly altered
  private seen: number | undefined
  private checkedAt = 0

  constructor(
    private readonly file: SqliteFile,
    private readonly catalog: Catalog,
  ) {
    this.version = file.prepare('PRAGMA data_version').raw()
    this.altered = file.prepare('SELECT collection, seq, before FROM "~altered" ORDER BY rowid').raw()
  }

  /** Cheap when nothing happened. Must not run inside a SQLite transaction. */
  follow(): void {
    const now = performance.now()
    if (this.seen !== undefined && now - this.checkedAt < CHECK_MS) return
    this.checkedAt = now
    const [version] = this.version.get() as [number]
    if (version === this.seen) return
    if (this.altered.get()) inTransaction(this.file, () => this.relist())
    this.catalog.refresh()
    // Not before: what could not be followed is tried again.
    this.seen = version
  }

  private relist(): void {
    const done = new Set<string>()
    for (const row of this.altered.all() as [string, number, string | null][]) {
      const [name, seq, before] = row
      // Only the first note of a document holds the text that its index entries were made from.
      if (!done.has(`${name} ${seq}`)) this.catalog.get(name).relist(seq, before)
      done.add(`${name} ${seq}`)
    }
    this.file.exec('DELETE FROM "~altered"')
  }
}
