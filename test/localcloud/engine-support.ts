import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type CollectionDefinitions,
  type Engine,
  type EngineOptions,
  type Filter,
  type Sort,
  type StoredDocument,
  openEngine,
} from '../../localcloud/engine'

type Fields = Record<string, unknown>

/** An engine in a folder of its own, with short words for what tests do most. */
export class Bench {
  readonly directory = mkdtempSync(join(tmpdir(), 'jinlin-engine-'))
  readonly warnings: string[] = []
  now = Date.parse('2026-03-01T00:00:00Z')
  engine: ReturnType<typeof openEngine>

  constructor(collections: CollectionDefinitions = { things: { indexes: [] } }) {
    this.engine = this.open(collections)
  }

  private open(collections: CollectionDefinitions): ReturnType<typeof openEngine> {
    const options: EngineOptions = {
      directory: this.directory,
      collections,
      now: () => this.now,
      onWarning: (line) => this.warnings.push(line),
    }
    return openEngine(options)
  }

  async reopen(collections: CollectionDefinitions): Promise<Engine> {
    await this.engine.close()
    this.engine = this.open(collections)
    return this.engine
  }

  async stop(): Promise<void> {
    await this.engine.close()
    rmSync(this.directory, { recursive: true, force: true })
  }

  insert(documents: Fields[], transactionId?: string, collection = 'things'): Promise<string[]> {
    return this.engine.insert(collection, documents as StoredDocument[], transactionId)
  }

  find(filter: Filter, more: { sort?: Sort; limit?: number; offset?: number; projection?: Fields } = {}) {
    return this.engine.find({ collection: 'things', filter, ...more })
  }

  /** The `_id`s of the matches, joined, in the order found. */
  async ids(filter: Filter, sort?: Sort): Promise<string> {
    return (await this.find(filter, { sort, limit: 1000 })).map(({ _id }) => _id).join(' ')
  }

  async get(id: string, transactionId?: string): Promise<StoredDocument | undefined> {
    const [document] = await this.engine.find({ collection: 'things', filter: { _id: id }, transactionId })
    return document
  }

  async update(filter: Filter | string, change: Fields, more: Fields = {}): Promise<number> {
    const result = await this.engine.modify({
      collection: 'things',
      filter: typeof filter === 'string' ? { _id: filter } : filter,
      change,
      replace: false,
      upsert: false,
      multi: false,
      ...more,
    })
    return result.updated
  }

  /** Puts one document through one update and returns it as it is afterwards. */
  async after(document: Fields, change: Fields): Promise<StoredDocument | undefined> {
    await this.engine.remove('things', { _id: 'x' }, false)
    await this.insert([{ _id: 'x', ...document }])
    await this.update('x', change)
    return this.get('x')
  }

  async rowsExaminedBy(work: () => Promise<unknown>): Promise<number> {
    const before = this.engine.stats.rowsExamined
    await work()
    return this.engine.stats.rowsExamined - before
  }
}

/** The code of the refusal that a promise ends with; 'accepted' when there is none. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'accepted',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )
}
