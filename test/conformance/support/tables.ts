import type { CollectionReference } from './target'

/** A document to be stored. */
export type Fields = Record<string, unknown>

/** One line of a table of queries: what it shows, the filter, and the `_id`s that it finds, joined, in any order. */
export type QueryCase = readonly [title: string, filter: unknown, found: string]

/** One line of a table of updates: what it shows, the document before, the update, the document afterwards. */
export type UpdateCase = readonly [title: string, before: Fields, update: Fields, after: Fields]

/** One line of a table of expressions: what it shows, the expression, its value on the group's document. */
export type ExpressionCase = readonly [title: string, expression: unknown, value: unknown]

/** One line of a table of refusals: what is refused, and how it is asked for. */
export type RefusalCase = readonly [title: string, call: () => unknown]

/** Stores the documents once and asks each query of them. */
export function queryTable(
  title: string,
  open: () => Promise<CollectionReference>,
  documents: Fields[],
  cases: readonly QueryCase[],
): void {
  describe(title, () => {
    let collection: CollectionReference
    beforeAll(async () => {
      collection = await open()
      await collection.add(documents)
    })
    it.each(cases)('%s', async (_title, filter, found) => {
      expect(await idsOf(collection.where(filter as Fields))).toBe(found)
    })
  })
}

/** The `_id`s of what a query finds, sorted and joined. */
export async function idsOf(query: { get: () => Promise<{ data: Fields[] }> }): Promise<string> {
  const { data } = await query.get()
  return data
    .map(({ _id }) => String(_id))
    .sort()
    .join(' ')
}

/** Puts each document through its update. `_id` is left out on both sides. */
export function updateTable(
  title: string,
  open: () => CollectionReference,
  cases: readonly UpdateCase[],
): void {
  describe(title, () => {
    it.each(cases)('%s', async (_title, before, update, after) => {
      const document = open().doc('one')
      await document.set(before)
      await document.update(update)
      const { data } = await document.get()
      const { _id, ...fields } = data[0] as Fields
      expect(fields).toEqual(after)
    })
  })
}

/** Each update is refused and leaves its document as it was. */
export function refusedUpdates(
  title: string,
  open: () => CollectionReference,
  cases: readonly (readonly [title: string, before: Fields, update: Fields])[],
): void {
  describe(title, () => {
    it.each(cases)('%s', async (_title, before, update) => {
      const document = open().doc('one')
      await document.set(before)
      expect(await refusal(document.update(update))).toBe('DATABASE_REQUEST_FAILED')
      expect((await document.get()).data).toEqual([{ _id: 'one', ...before }])
    })
  })
}

/** The code with which a call is refused; for an error of the SDK itself its message; else what it replied. */
export async function refusal(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (reply) => reply,
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )
}
