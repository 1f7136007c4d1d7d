import type { Collection, Stored } from '../../cloudfunctions/kit/collection'
import type { Counter, Reservation } from '../../cloudfunctions/kit/counters'
import type { Database } from '../../cloudfunctions/kit/database'
import type { Tx } from '../../cloudfunctions/kit/transact'
import { Condition, type Where } from '../../cloudfunctions/kit/where'

/** An instance that was stopped in the middle of a call. */
export class Killed extends Error {}

type Doc = Stored & Record<string, unknown>
type Held = { quantity: number; at?: string }

/**
 * A database in memory on which the product's own code is run in any order: before each request `step` decides who
 * goes on, and may throw `Killed`. Transactions see a snapshot; of two that write one document the later commit
 * starts over, and reads alone never conflict, as in the real one.
 */
export function memoryDatabase(step: () => Promise<void>) {
  const documents = new Map<string, Doc>()
  const keyOf = ({ name }: { name: string }, id: string) => `${name}/${id}`
  const readNow = <D extends Stored>(from: Collection<D>, id: string): D | null =>
    structuredClone((documents.get(keyOf(from, id)) as D | undefined) ?? null)
  const all = <D extends Stored>(from: Collection<D>): D[] =>
    [...documents]
      .filter(([key]) => key.startsWith(`${from.name}/`))
      .map(([, document]) => structuredClone(document) as unknown as D)

  /** One conditional update. */
  async function change<D extends Counter>(
    inside: Collection<D>,
    id: string,
    holds: (found: Counter) => boolean,
    work: (found: Counter) => void,
  ): Promise<boolean> {
    await step()
    const found = documents.get(keyOf(inside, id)) as unknown as Counter | undefined
    if (!found || !holds(found)) return false
    const next = structuredClone(found)
    work(next)
    documents.set(keyOf(inside, id), next as unknown as Doc)
    return true
  }

  async function transact<R>(work: (tx: Tx, attempt: number) => Promise<R>): Promise<R> {
    for (let attempt = 0; ; attempt += 1) {
      await step()
      const snapshot = new Map(documents)
      const written = new Map<string, Doc | null>()
      const verbs: Tx = {
        find: async (from, id) => {
          await step()
          const key = keyOf(from, id)
          const found = written.has(key) ? written.get(key) : snapshot.get(key)
          return structuredClone((found ?? null) as never)
        },
        insert: async (into, document) => {
          await step()
          const key = keyOf(into, document._id)
          if (snapshot.has(key) || written.has(key)) throw new StartOver()
          written.set(key, structuredClone(into.schema.parse(document)) as unknown as Doc)
          return document
        },
        put: async (into, document) => {
          await step()
          written.set(
            keyOf(into, document._id),
            structuredClone(into.schema.parse(document)) as unknown as Doc,
          )
          return document
        },
        remove: async () => undefined,
      }
      try {
        const result = await work(verbs, attempt)
        await step()
        const isStale = [...written.keys()].some((key) => documents.get(key) !== snapshot.get(key))
        if (isStale) continue
        for (const [key, document] of written) if (document) documents.set(key, document)
        return result
      } catch (error) {
        if (!(error instanceof StartOver)) throw error
      }
    }
  }

  const stillHolds =
    (id: string, held: Held) =>
    ({ reserved }: Counter) =>
      reserved[id]?.quantity === held.quantity && (!held.at || reserved[id].at === held.at)

  const used = {
    read: async <D extends Stored>(from: Collection<D>, id: string) => {
      await step()
      return readNow(from, id)
    },
    readSlim: async <D extends Stored>(from: Collection<D>, id: string) => {
      await step()
      return readNow(from, id)
    },
    list: async <D extends Stored>(from: Collection<D>, query: { where: Where; limit: number }) => {
      await step()
      return all(from)
        .filter((document) => matches(document as unknown as Doc, query.where))
        .slice(0, query.limit)
    },
    insert: async <D extends Stored>(into: Collection<D>, document: D) => {
      await step()
      const key = keyOf(into, document._id)
      if (documents.has(key)) return false
      documents.set(key, structuredClone(into.schema.parse(document)) as unknown as Doc)
      return true
    },
    changeIf: async <D extends Stored>(inside: Collection<D>, id: string, conditions: Where, set: object) => {
      await step()
      const found = documents.get(keyOf(inside, id))
      if (!found || !matches(found, conditions)) return false
      documents.set(keyOf(inside, id), { ...found, ...set })
      return true
    },
    take: <D extends Counter>(
      from: Collection<D>,
      id: string,
      key: string,
      taking: Reservation,
      conditions: Where = {},
    ) =>
      change(
        from,
        id,
        (found) =>
          found.left >= taking.quantity &&
          !found.reserved[key] &&
          matches(found as unknown as Doc, conditions),
        (found) => {
          found.left -= taking.quantity
          found.reservedUnits += taking.quantity
          found.reserved[key] = taking
        },
      ),
    giveBack: <D extends Counter>(to: Collection<D>, id: string, key: string, held: Held) =>
      change(to, id, stillHolds(key, held), (found) => {
        found.left += held.quantity
        found.reservedUnits -= held.quantity
        delete found.reserved[key]
      }),
    takeOver: <D extends Counter>(
      on: Collection<D>,
      id: string,
      key: string,
      held: Reservation,
      at: string,
    ) =>
      change(on, id, stillHolds(key, held), (found) => {
        found.reserved[key] = { quantity: held.quantity, at }
      }),
    transact,
  }
  const put = <D extends Stored>(into: Collection<D>, document: D) =>
    void documents.set(keyOf(into, document._id), document as unknown as Doc)
  return { db: used as unknown as Database, put, all, readNow }
}

class StartOver extends Error {}

const matches = (document: Doc, where: Where): boolean =>
  Object.entries(where).every(([field, wanted]) => holds(document[field], wanted))

function holds(value: unknown, wanted: Where[string]): boolean {
  if (!(wanted instanceof Condition)) return value === wanted
  const { operator, operand } = wanted
  if (operator === 'in') return (operand as unknown[]).includes(value)
  if (operator === 'exists') return (value !== undefined) === operand
  if (value === null || value === undefined) return false
  const [left, right] = [value as string | number, operand as string | number]
  if (operator === 'gt') return left > right
  if (operator === 'gte') return left >= right
  return operator === 'lt' ? left < right : left <= right
}
