import type { Database, Query } from '../../cloudfunctions/kit/database'
import { DatabaseError } from '../../cloudfunctions/kit/errors'
import { current } from '../../cloudfunctions/kit/reply'
import type { SdkTransaction } from '../../cloudfunctions/kit/sdk'
import { encodeWhere, type Commands } from '../../cloudfunctions/kit/where'
import { EngineError, type Engine } from '../../localcloud/engine'
import type { StoredDocument } from '../../localcloud/engine/types'

/** A transaction of the engine in the shape of the SDK's, so that the kit's own verbs and retries run on it. */
export async function beginOn(engine: Engine): Promise<SdkTransaction> {
  const transactionId = engine.begin()
  const filterOf = (id: string) => ({ _id: id })
  const collection = (name: string) => ({
    doc: (id: string) => ({
      get: () =>
        asKit(async () => {
          const found = await engine.find({ collection: name, filter: filterOf(id), transactionId })
          return { data: found[0] ?? null }
        }),
      set: (fields: Record<string, unknown>) =>
        asKit(async () => {
          const whole = { change: fields, replace: true, upsert: true, multi: false }
          await engine.modify({ collection: name, filter: filterOf(id), ...whole, transactionId })
          return {}
        }),
      remove: () =>
        asKit(async () => ({ deleted: await engine.remove(name, filterOf(id), false, transactionId) })),
    }),
    add: (document: unknown) =>
      asKit(async () => {
        await engine.insert(name, [document as StoredDocument], transactionId)
        return {}
      }),
  })
  return {
    collection,
    commit: () => asKit(async () => (await engine.commit(transactionId), {})),
    rollback: async () => (await engine.abort(transactionId), {}),
  } as unknown as SdkTransaction
}

/** Reads of the product on the engine, without HTTP. */
export const readsOn = (engine: Engine): Pick<Database, 'read' | 'list'> => ({
  read: async (from, id) => {
    const [found] = await engine.find({ collection: from.name, filter: { _id: id } })
    return found ? current(from, found as never) : null
  },
  list: async (from, { where, sort = {}, limit }: Query) => {
    const filter = encodeWhere(where, commands)
    const found = await engine.find({ collection: from.name, filter, sort: Object.entries(sort), limit })
    return found.map((document) => current(from, document as never))
  },
})

const commands: Commands = {
  gt: (value) => ({ $gt: value }),
  gte: (value) => ({ $gte: value }),
  lt: (value) => ({ $lt: value }),
  lte: (value) => ({ $lte: value }),
  in: (values) => ({ $in: values }),
  exists: (value) => ({ $exists: value }),
  and: (...conditions) => Object.assign({}, ...conditions),
}

/** The engine's refusals as the kit knows them. */
async function asKit<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    const isConflict = error.code === 'TRANSACTION_CONFLICT' || error.code === 'TRANSACTION_GONE'
    const fault = error.code === 'DUPLICATE_KEY' ? 'duplicate' : isConflict ? 'conflict' : 'other'
    throw new DatabaseError(fault, error.code)
  }
}
