import { closeSync, fdatasync, fdatasyncSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

/** Version of the layout of tables in the file; a file with a greater one is refused. */
export const DATA_VERSION = 1

/**
 * So many pages (of 4 KB) of the log before they are moved into the file itself. SQLite's own is 1,000: a page that is
 * written again and again is then moved as often, which took an eighth of a ledger's time. At 16,000 the reads suffer.
 */
const LOG_PAGES = 4000

/** A prepared statement; in raw mode rows are arrays of columns. */
export interface SqliteStatement {
  run(...values: unknown[]): unknown
  get(...values: unknown[]): unknown
  all(...values: unknown[]): unknown[]
  raw(): SqliteStatement
}

/** The few calls that are needed of a driver. */
interface Driver {
  readonly inTransaction: boolean
  exec(sql: string): void
  prepare(sql: string): SqliteStatement
  close(): void
}

/** The SQLite file under the engine. */
export interface SqliteFile extends Driver {
  /** Puts on disk what is committed when it is called; a commit by itself is only in the log. */
  flush(): Promise<void>
  /** The same, at once. */
  flushNow(): void
}

/**
 * Opens `data.sqlite` in the folder, durable once it is flushed, and makes the engine's own tables. Their names
 * begin with `~`, which no collection's can. Throws an Error that says what to do when the file was written
 * by a newer version.
 */
export function openFile(directory: string): SqliteFile {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'data.sqlite')
  const file = new Database(path) as unknown as Driver
  file.exec('PRAGMA journal_mode=WAL')
  // SQLite puts the log on disk before it moves pages into the file; when a commit is durable is ours to see to.
  file.exec('PRAGMA synchronous=NORMAL')
  // A person may hold the file for a moment with a SQLite shell.
  file.exec('PRAGMA busy_timeout=5000')
  file.exec('PRAGMA cache_size=-65536')
  file.exec(`PRAGMA wal_autocheckpoint=${LOG_PAGES}`)
  checkVersion(file)
  file.exec(OWN_TABLES)
  return withFlush(file, `${path}-wal`)
}

/** The log is one file for as long as it is open: SQLite begins anew at its head, and never replaces it. */
function withFlush(file: Driver, logPath: string): SqliteFile {
  const log = openSync(logPath, 'r+')
  return {
    get inTransaction() {
      return file.inTransaction
    },
    exec: (sql) => file.exec(sql),
    prepare: (sql) => file.prepare(sql),
    flush: () =>
      new Promise((resolve, reject) => fdatasync(log, (error) => (error ? reject(error) : resolve()))),
    flushNow: () => fdatasyncSync(log),
    close: () => {
      closeSync(log)
      file.close()
    },
  }
}

/** Runs the work in one SQLite transaction; an exception undoes all of it. */
export function inTransaction<T>(file: SqliteFile, work: () => T): T {
  file.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    file.exec('COMMIT')
    return result
  } catch (error) {
    if (file.inTransaction) file.exec('ROLLBACK')
    throw error
  }
}

/** Quotes a table's name for SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

const OWN_TABLES = `
  CREATE TABLE IF NOT EXISTS "~collections" (name TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~indexes" (
    collection TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
    multikey INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (collection, name)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~altered" (collection TEXT NOT NULL, seq INTEGER NOT NULL, before TEXT);
  PRAGMA user_version=${DATA_VERSION};
`

function checkVersion(file: Driver): void {
  const row = file.prepare('PRAGMA user_version').get() as { user_version: number }
  if (row.user_version > DATA_VERSION) {
    file.close()
    throw new Error(
      `the data were written by a newer version (data version ${row.user_version}, this one reads ` +
        `${DATA_VERSION}): update the program, or start afresh in another folder`,
    )
  }
}
