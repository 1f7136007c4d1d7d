import { fieldsOf, type Collection, type Stored } from './collection'
import { counters, type Counters } from './counters'
import { DatabaseError } from './errors'
import { checked, current } from './reply'
import { sdkDatabase, type SdkReply } from './sdk'
import { transact, type Transact } from './transact'
import { encodeWhere, type Where } from './where'

/** A named, bounded query; made only in a domain's `queries.ts`. */
export interface Query {
  where: Where
  /** Sort keys in order of weight, 1 ascending. An index of `config/cloud.ts` serves filter and sort. */
  sort?: Record<string, 1 | -1>
  /** 1 to 1,000. */
  limit: number
  /** Fields that are not needed and can be large. */
  leaveOut?: readonly string[]
  /** The few fields that are needed, beside the id: for what is only counted. */
  only?: readonly string[]
}

/** All that product code can ask of the database. Each method is one round trip unless it says otherwise. */
export interface Database extends Counters {
  read<D extends Stored>(from: Collection<D>, id: string): Promise<D | null>
  /** The document with, of a map that can hold thousands, the one key that is asked for, or none. */
  readSlim<D extends Stored>(
    from: Collection<D>,
    id: string,
    map: keyof D & string,
    key?: string,
  ): Promise<D | null>
  list<D extends Stored>(from: Collection<D>, query: Query): Promise<D[]>
  /** How many documents there are; for progress, not for decisions: it may be out of date at once. */
  count<D extends Stored>(of: Collection<D>, where: Where): Promise<number>
  /** @returns false when the id, or a unique value, is there already; then nothing was written */
  insert<D extends Stored>(into: Collection<D>, document: D): Promise<boolean>
  /** Up to 1,000 documents at once. @returns false when one of them exists; others may have been written */
  insertMany<D extends Stored>(into: Collection<D>, documents: readonly D[]): Promise<boolean>
  /** Writes a whole document, whether it exists or not. Not for anything that others change as well. */
  put<D extends Stored>(into: Collection<D>, document: D): Promise<void>
  /**
   * Compare and set on one document: atomic, without a transaction.
   * @returns whether the conditions held and the fields were set
   */
  changeIf<D extends Stored>(
    inside: Collection<D>,
    id: string,
    conditions: Where,
    set: Partial<Omit<D, '_id'>>,
  ): Promise<boolean>
  /** Sets the same fields in every document that the filter finds. @returns how many */
  changeMany<D extends Stored>(
    inside: Collection<D>,
    where: Where,
    set: Partial<Omit<D, '_id'>>,
  ): Promise<number>
  /** @returns how many were there and are gone */
  removeMany<D extends Stored>(from: Collection<D>, where: Where): Promise<number>
  transact: Transact
}

/** The database of this function's environment. */
export const database = (): Database => ({ ...reads, ...writes, transact, ...counters })

const reads: Pick<Database, 'read' | 'readSlim' | 'list' | 'count'> = {
  read: async (from, id) => {
    const found = await firstOf(sdkDatabase().collection(from.name).doc(id).get())
    return found ? current(from, found) : null
  },
  readSlim: async (from, id, map, key) => {
    const fields = fieldsOf(from).filter((field) => field !== map)
    const wanted = key === undefined ? fields : [...fields, `${map}.${key}`]
    const projection = Object.fromEntries(wanted.map((path) => [path, true]))
    const found = await firstOf(sdkDatabase().collection(from.name).doc(id).field(projection).get())
    return found && current(from, { [map]: {}, ...found })
  },
  list: async (from, { where, sort = {}, limit, leaveOut = [], only = [] }) => {
    const db = sdkDatabase()
    let query = db.collection(from.name).where(encodeWhere(where, db.command)).limit(limit)
    for (const [path, direction] of Object.entries(sort))
      query = query.orderBy(path, direction === 1 ? 'asc' : 'desc')
    const shown = only.map((field) => [field, true])
    const projection = [...shown, ...leaveOut.map((field) => [field, false])]
    if (projection.length > 0) query = query.field(Object.fromEntries(projection) as Record<string, boolean>)
    const reply = await checked(query.get())
    return (reply.data as Stored[]).map((found) => current(from, found))
  },
  count: async (of, where) => {
    const filter = encodeWhere(where, sdkDatabase().command)
    return (await checked(sdkDatabase().collection(of.name).where(filter).count())).total
  },
}

const writes: Pick<Database, 'insert' | 'insertMany' | 'put' | 'changeIf' | 'changeMany' | 'removeMany'> = {
  insert: (into, document) => inserted(into, [document]),
  insertMany: inserted,
  put: async (into, document) => {
    const { _id, ...fields } = into.schema.parse(document)
    await checked(sdkDatabase().collection(into.name).doc(_id).set(fields))
  },
  changeIf: async (inside, id, conditions, set) =>
    (await changed(inside, { _id: id, ...conditions }, set)) === 1,
  changeMany: changed,
  removeMany: async (from, where) => {
    const filter = encodeWhere(where, sdkDatabase().command)
    return (await checked(sdkDatabase().collection(from.name).where(filter).remove())).deleted
  },
}

/** Outside a transaction a document comes as a list of one or none. */
async function firstOf(reply: Promise<SdkReply & { data: unknown }>): Promise<Stored | null> {
  const [found] = (await checked(reply)).data as Stored[]
  return found ?? null
}

async function changed<D extends Stored>(
  inside: Collection<D>,
  where: Where,
  set: Partial<Omit<D, '_id'>>,
): Promise<number> {
  const { command } = sdkDatabase()
  const change = Object.fromEntries(Object.entries(set).map(([field, value]) => [field, command.set(value)]))
  const query = sdkDatabase().collection(inside.name).where(encodeWhere(where, command))
  return (await checked(query.update(change))).updated
}

async function inserted<D extends Stored>(into: Collection<D>, documents: readonly D[]): Promise<boolean> {
  const checkedDocuments = documents.map((document) => into.schema.parse(document))
  try {
    await checked(sdkDatabase().collection(into.name).add(checkedDocuments))
    return true
  } catch (error) {
    if (error instanceof DatabaseError && error.fault === 'duplicate') return false
    throw error
  }
}
