import { mkdirSync } from 'node:fs'
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

/** The SQLite file under the engine: the few calls that it needs of a driver. */
export interface SqliteFile {
  readonly inTransaction: boolean
  exec(sql: string): void
  prepare(sql: string): SqliteStatement
  close(): void
}

/**
 * Opens `data.sqlite` in the folder, durable on every commit, and makes the engine's own tables. Their names
 * begin with `~`, which no collection's can. Throws an Error that says what to do when the file was written
 * by a newer version.
 */
export function openFile(directory: string): SqliteFile {
  mkdirSync(directory, { recursive: true })
  const file = openDatabase(join(directory, 'data.sqlite'))
  file.exec('PRAGMA journal_mode=WAL')
  file.exec('PRAGMA synchronous=FULL')
  // A person may hold the file for a moment with a SQLite shell.
  file.exec('PRAGMA busy_timeout=5000')
  file.exec('PRAGMA cache_size=-65536')
  file.exec(`PRAGMA wal_autocheckpoint=${LOG_PAGES}`)
  checkVersion(file)
  file.exec(OWN_TABLES)
  return file
}

function openDatabase(path: string): SqliteFile {
  return new Database(path) as unknown as SqliteFile
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

function checkVersion(file: SqliteFile): void {
  const row = file.prepare('PRAGMA user_version').get() as { user_version: number }
  if (row.user_version > DATA_VERSION) {
    file.close()
    throw new Error(
      `the data were written by a newer version (data version ${row.user_version}, this one reads ` +
        `${DATA_VERSION}): update the program, or start afresh in another folder`,
    )
  }
}
