import { splitPath } from '../values/path'
import { type IndexField, type IndexKeys, indexKeys, surelySameKeys } from './index-keys'
import { quoted, type SqliteFile } from './file'
import type { IndexDefinition, StoredDocument } from '../types'

/** One index of a collection: a table of (key, seq of the document), in BSON order of the keys. */
export class IndexTable {
  readonly fields: readonly IndexField[]
  readonly table: string
  private readonly add
  private readonly drop
  private readonly holder
  private readonly holders
  private readonly markMultikey
  private readonly readMultikey

  /** `multikey`: an array has been indexed at some time, so that one document may have several keys. */
  constructor(
    file: SqliteFile,
    private readonly collection: string,
    readonly definition: IndexDefinition,
    public multikey: boolean,
  ) {
    this.table = indexTableName(collection, definition.name)
    this.fields = definition.fields.map(([path, kind]) => ({
      path,
      parts: splitPath(path),
      direction: kind === '2dsphere' ? 1 : kind,
      geo: kind === '2dsphere',
    }))
    const table = quoted(this.table)
    this.add = file.prepare(`INSERT OR IGNORE INTO ${table} (key, seq) VALUES (?, ?)`)
    this.drop = file.prepare(`DELETE FROM ${table} WHERE key = ? AND seq = ?`)
    this.holder = file.prepare(`SELECT seq FROM ${table} WHERE key = ? AND seq <> ? LIMIT 1`).raw()
    this.holders = file.prepare(`SELECT seq FROM ${table} WHERE key = ? AND seq <> ?`).raw()
    this.markMultikey = file.prepare(`UPDATE "~indexes" SET multikey = 1 WHERE collection = ? AND name = ?`)
    this.readMultikey = file
      .prepare(`SELECT multikey FROM "~indexes" WHERE collection = ? AND name = ?`)
      .raw()
  }

  keysOf(document: StoredDocument): IndexKeys {
    return indexKeys(document, this.fields)
  }

  /** Whether a change surely leaves the keys as they are. */
  surelySame(before: StoredDocument, after: StoredDocument): boolean {
    return surelySameKeys(before, after, this.fields)
  }

  /** Documents other than `seq` that are listed under the key. After an alteration by hand some may be stale. */
  seqsAt(key: Buffer, seq: number): number[] {
    // Mostly there is none, and one row is asked for with half the work of a list.
    if (!this.holder.get(key, seq)) return []
    return (this.holders.all(key, seq) as [number][]).map(([other]) => other)
  }

  /** Lists the document under its new keys in place of its old ones; either may be absent. */
  move(seq: number, before: IndexKeys | undefined, after: IndexKeys | undefined): void {
    const old = before?.keys ?? []
    const next = after?.keys ?? []
    for (const key of old) if (!includes(next, key)) this.drop.run(key, seq)
    for (const key of next) if (!includes(old, key)) this.add.run(key, seq)
    if (after?.multikey && !this.multikey) {
      this.markMultikey.run(this.collection, this.definition.name)
      this.multikey = true
    }
  }

  /** Reads the multikey mark again after a rollback. */
  refresh(): void {
    const [multikey] = this.readMultikey.get(this.collection, this.definition.name) as [number]
    this.multikey = multikey === 1
  }
}

/** The name of an index's table; the slash keeps it apart from every collection. */
export function indexTableName(collection: string, index: string): string {
  return `${collection}/${index}`
}

function includes(keys: readonly Buffer[], wanted: Buffer): boolean {
  return keys.some((key) => key.equals(wanted))
}
