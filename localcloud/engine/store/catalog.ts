import {
  EngineError,
  type CollectionDefinitions,
  type CollectionReport,
  type IndexDefinition,
} from '../types'
import { invalid } from '../values/check'
import { splitPath } from '../values/path'
import { Collection } from './collection'
import { buildIndex } from './build-index'
import { IndexTable, indexTableName } from './index-table'
import { inTransaction, quoted, type SqliteFile } from './file'

/** The collections of one file. */
export interface Catalog {
  /** COLLECTION_NOT_EXIST when there is none of that name. */
  get(name: string): Collection
  /** In order of their names. */
  report(): CollectionReport[]
  /** Makes an empty collection without indexes; nothing happens when it exists. */
  create(name: string): void
  /** Reads again what a rolled-back write may have left wrong in memory. */
  refresh(): void
}

/**
 * Brings the file in line with the definitions: missing collections and indexes are made, indexes that are
 * no longer declared or are declared otherwise are dropped. Each index is built in one SQLite transaction, so
 * an interruption leaves it either whole or absent. Collections that are not declared stay as they are.
 */
export function openCatalog(file: SqliteFile, definitions: CollectionDefinitions): Catalog {
  const collections = new Map<string, Collection>()
  const names = new Set([...storedNames(file), ...Object.keys(definitions)])
  for (const name of names) {
    createTable(file, name)
    const declared = definitions[name]?.indexes ?? []
    dropUndeclared(file, name, declared)
    collections.set(
      name,
      new Collection(
        file,
        name,
        declared.map((index) => openIndex(file, name, index)),
      ),
    )
  }
  return {
    get(name) {
      const collection = collections.get(name)
      if (!collection) {
        throw new EngineError('COLLECTION_NOT_EXIST', `there is no collection "${String(name).slice(0, 80)}"`)
      }
      return collection
    },
    report: () =>
      [...collections.values()]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map((collection) => ({
          name: collection.name,
          documents: collection.size(),
          indexes: collection.indexes.map(({ definition }) => definition),
        })),
    create(name) {
      if (collections.has(name)) return
      createTable(file, name)
      collections.set(name, new Collection(file, name, []))
    },
    refresh: () => collections.forEach((collection) => collection.refresh()),
  }
}

function storedNames(file: SqliteFile): string[] {
  return (file.prepare('SELECT name FROM "~collections"').raw().all() as [string][]).map(([name]) => name)
}

function createTable(file: SqliteFile, name: string): void {
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name))
    throw invalid(`"${name.slice(0, 80)}" is no name for a collection`)
  const stored = storedNames(file)
  if (stored.includes(name)) return
  const other = stored.find((one) => one.toLowerCase() === name.toLowerCase())
  if (other) throw invalid(`the collections "${name}" and "${other}" differ only in letter case`)
  inTransaction(file, () => {
    file.exec(tableSql(name))
    file.prepare('INSERT INTO "~collections" (name) VALUES (?)').run(name)
  })
}

/**
 * The triggers note what a person alters by hand, so that the indexes can follow. The engine's own writes
 * raise the version, start it at 1, or set it to 0 before they delete.
 */
function tableSql(name: string): string {
  const table = quoted(name)
  const note = (seq: string, before: string) =>
    `BEGIN INSERT INTO "~altered" (collection, seq, before) VALUES ('${name}', ${seq}, ${before}); END;`
  return `
    CREATE TABLE ${table} (
      seq INTEGER PRIMARY KEY, _id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0);
    CREATE TRIGGER ${quoted(`${name}/updated`)} AFTER UPDATE OF doc ON ${table}
      WHEN NEW.version = OLD.version ${note('OLD.seq', 'OLD.doc')}
    CREATE TRIGGER ${quoted(`${name}/inserted`)} AFTER INSERT ON ${table}
      WHEN NEW.version = 0 ${note('NEW.seq', 'NULL')}
    CREATE TRIGGER ${quoted(`${name}/deleted`)} AFTER DELETE ON ${table}
      WHEN OLD.version <> 0 ${note('OLD.seq', 'OLD.doc')}
  `
}

interface StoredIndex {
  name: string
  definition: string
  multikey: number
}

function storedIndexes(file: SqliteFile, collection: string): StoredIndex[] {
  const select = file.prepare('SELECT name, definition, multikey FROM "~indexes" WHERE collection = ?').raw()
  return (select.all(collection) as [string, string, number][]).map(([name, definition, multikey]) => ({
    name,
    definition,
    multikey,
  }))
}

function dropUndeclared(file: SqliteFile, collection: string, declared: IndexDefinition[]): void {
  for (const stored of storedIndexes(file, collection)) {
    const wanted = declared.find((index) => index.name === stored.name)
    if (wanted && shape(wanted) === stored.definition) continue
    inTransaction(file, () => {
      file.exec(`DROP TABLE IF EXISTS ${quoted(indexTableName(collection, stored.name))}`)
      file.prepare('DELETE FROM "~indexes" WHERE collection = ? AND name = ?').run(collection, stored.name)
    })
  }
}

function openIndex(file: SqliteFile, collection: string, definition: IndexDefinition): IndexTable {
  checkDefinition(collection, definition)
  const stored = storedIndexes(file, collection).find(({ name }) => name === definition.name)
  if (stored) return new IndexTable(file, collection, definition, stored.multikey === 1)
  return inTransaction(file, () => {
    const table = quoted(indexTableName(collection, definition.name))
    file.exec(`CREATE TABLE ${table} (key BLOB, seq INTEGER, PRIMARY KEY (key, seq)) WITHOUT ROWID`)
    file
      .prepare('INSERT INTO "~indexes" (collection, name, definition) VALUES (?, ?, ?)')
      .run(collection, definition.name, shape(definition))
    const index = new IndexTable(file, collection, definition, false)
    buildIndex(file, collection, index)
    return index
  })
}

function checkDefinition(collection: string, { name, fields, unique }: IndexDefinition): void {
  const where = `index "${name}" of "${collection}"`
  if (!/^[\w.-]{1,64}$/.test(name)) throw invalid(`${where}: the name is not valid`)
  if (fields.length < 1 || fields.length > 16) throw invalid(`${where}: 1 to 16 fields`)
  if (new Set(fields.map(([path]) => path)).size < fields.length)
    throw invalid(`${where}: a field is named twice`)
  for (const [path, kind] of fields) {
    splitPath(path)
    if (kind === '2dsphere' && (fields.length > 1 || unique))
      throw invalid(`${where}: an index of places has one field and is not unique`)
    if (![1, -1, '2dsphere'].includes(kind)) throw invalid(`${where}: a direction must be 1, -1 or 2dsphere`)
  }
}

function shape({ fields, unique }: IndexDefinition): string {
  return JSON.stringify({ fields, unique: unique === true })
}
