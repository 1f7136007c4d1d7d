import { randomBytes } from 'node:crypto'
import type { Engine, Sort, StoredDocument } from '../engine/types'
import { decodeEjson, decodeEjsonObject, encodeEjson } from './ejson'
import { GatewayError } from './errors'

/** What an action's body holds; every value is still unchecked. */
export type WireParams = Record<string, unknown>

/** What an action replies, without `requestId`. */
export type WireReply = Record<string, unknown>

type DatabaseAction = (engine: Engine, params: WireParams, now: number) => Promise<WireReply>

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** The database half of the wire protocol, as @cloudbase/database 1.4.3 sends it. */
export const databaseActions: Record<string, DatabaseAction> = {
  'database.addCollection': async (engine, params) => {
    await engine.createCollection(collectionOf(params))
    return {}
  },

  'database.insertDocument': async (engine, params, now) => {
    if (!Array.isArray(params.data)) throw new GatewayError('INVALID_PARAM', 'data must be an array')
    const documents = params.data.map((text) => withId(decodeEjsonObject(text, now)))
    const ids = await engine.insert(collectionOf(params), documents, transactionOf(params))
    return { data: { insertedIds: ids } }
  },

  'database.getDocument': async (engine, params, now) => {
    const transactionId = transactionOf(params)
    if (transactionId && params.queryType !== 'DOC') {
      throw new GatewayError('DATABASE_REQUEST_FAILED', 'inside a transaction only doc(id).get() is allowed')
    }
    const list = await engine.find({
      collection: collectionOf(params),
      filter: optionalObject(params.query, now),
      sort: sortOf(params.order, now),
      offset: integerOf(params.offset, 'offset') ?? 0,
      limit: Math.min(integerOf(params.limit, 'limit') ?? DEFAULT_LIMIT, MAX_LIMIT),
      projection: params.projection === undefined ? undefined : decodeEjsonObject(params.projection, now),
      transactionId,
    })
    return { data: { list: list.map(encodeEjson) } }
  },

  'database.calculateDocument': async (engine, params, now) => ({
    data: { total: await engine.count(collectionOf(params), optionalObject(params.query, now)) },
  }),

  'database.modifyDocument': async (engine, params, now) => {
    const result = await engine.modify({ ...modifyRequest(params, now), multi: params.multi === true })
    return { data: { updated: result.updated, upsert_id: result.upsertedId } }
  },

  'database.modifyAndReturnDoc': async (engine, params, now) => {
    const request = { ...modifyRequest({ merge: true, ...params }, now), multi: false }
    const result = await engine.modifyAndReturn(request)
    return { data: { updated: result.updated, doc: result.document ? encodeEjson(result.document) : null } }
  },

  'database.removeDocument': async (engine, params, now) => {
    const filter = optionalObject(params.query, now)
    if (Object.keys(filter).length === 0) {
      throw new GatewayError('DATABASE_REQUEST_FAILED', 'remove needs a query')
    }
    const collection = collectionOf(params)
    const deleted = await engine.remove(collection, filter, params.multi === true, transactionOf(params))
    return { data: { deleted } }
  },

  'database.aggregateDocuments': async (engine, params, now) => {
    const list = await engine.aggregate(collectionOf(params), stagesOf(params.stages, now))
    return { data: { list: list.map(encodeEjson) } }
  },

  'database.startTransaction': async (engine) => ({ transactionId: engine.begin() }),

  'database.commitTransaction': async (engine, params) => {
    await engine.commit(requiredTransaction(params))
    return {}
  },

  'database.abortTransaction': async (engine, params) => {
    await engine.abort(requiredTransaction(params))
    return {}
  },
}

function modifyRequest(params: WireParams, now: number) {
  const change = decodeEjsonObject(params.data, now)
  const replace = params.merge !== true
  // `update({a: {}})` and a lone undefined arrive as {}: surely a mistake, so say it.
  if (!replace && Object.keys(change).length === 0) {
    throw new GatewayError('INVALID_PARAM', 'the update is empty: {} and undefined change nothing')
  }
  return {
    collection: collectionOf(params),
    filter: optionalObject(params.query, now),
    change,
    replace,
    upsert: params.upsert === true,
    transactionId: transactionOf(params),
  }
}

function withId(document: Record<string, unknown>): StoredDocument {
  // CloudBase makes 32 hexadecimal digits.
  const { _id = randomBytes(16).toString('hex'), ...fields } = document
  return { _id, ...fields } as StoredDocument
}

function collectionOf(params: WireParams): string {
  const name = params.collectionName
  if (typeof name !== 'string' || name === '')
    throw new GatewayError('INVALID_PARAM', 'collectionName missing')
  return name
}

/** The transaction that a request belongs to, if any. */
export function transactionOf(params: WireParams): string | undefined {
  return typeof params.transactionId === 'string' ? params.transactionId : undefined
}

function requiredTransaction(params: WireParams): string {
  const id = transactionOf(params)
  if (!id) throw new GatewayError('INVALID_PARAM', 'transactionId missing')
  return id
}

function optionalObject(text: unknown, now: number): Record<string, unknown> {
  return text === undefined || text === '' ? {} : decodeEjsonObject(text, now)
}

function integerOf(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined
  if (!Number.isInteger(value) || (value as number) < 0) {
    throw new GatewayError('INVALID_PARAM', `${name} must be a whole number of 0 or more`)
  }
  return value as number
}

/** `{a: 1, b: -1}`, or a list of such objects or of `{field, direction}`. */
function sortOf(text: unknown, now: number): Sort | undefined {
  if (text === undefined) return undefined
  const decoded = decodeEjson(text, now)
  const parts = Array.isArray(decoded) ? decoded : [decoded]
  return parts.flatMap((part) => {
    const object = (part ?? {}) as Record<string, unknown>
    const pairs: [string, unknown][] =
      typeof object.field === 'string' ? [[object.field, object.direction]] : Object.entries(object)
    return pairs.map(([path, direction]) => [path, directionOf(direction)] as const)
  })
}

function directionOf(value: unknown): 1 | -1 {
  if (value === 1 || value === 'asc') return 1
  if (value === -1 || value === 'desc') return -1
  throw new GatewayError('INVALID_PARAM', 'a sort direction must be 1 or -1')
}

function stagesOf(stages: unknown, now: number): Record<string, unknown>[] {
  if (!Array.isArray(stages)) throw new GatewayError('INVALID_PARAM', 'stages must be an array')
  return stages.map((stage: WireParams) => {
    const { stageKey, stageValue } = stage ?? {}
    if (typeof stageKey !== 'string') throw new GatewayError('INVALID_PARAM', 'stageKey missing')
    return { [stageKey]: decodeEjson(stageValue, now) }
  })
}
