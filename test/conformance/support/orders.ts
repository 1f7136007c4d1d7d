import type { Fields } from './tables'
import type { CollectionReference, Target } from './target'

export type Pipeline = ReturnType<CollectionReference['aggregate']>

/** One line of a table of pipelines: what it shows, the pipeline, what comes out of it. */
export type StageCase = readonly [title: string, pipeline: (from: Pipeline) => Pipeline, result: Fields[]]

export const orders = [
  { _id: 'a', item: 'apple', city: 'W', count: 5, price: 2, tags: ['red', 'sweet'] },
  { _id: 'b', item: 'pear', city: 'W', count: 1, price: 3, tags: ['green'] },
  { _id: 'c', item: 'apple', city: 'L', count: 3, price: 2, tags: [] },
  { _id: 'd', item: 'plum', city: 'G', count: 8, price: 1 },
  { _id: 'e', item: 'apple', city: 'G', count: null, price: 2.5, tags: 'red', to: { name: 'Li', no: 3 } },
]

export const stock = [
  { _id: 's1', sku: 'apple', left: 10, shelf: 'A' },
  { _id: 's2', sku: 'pear', left: 0, shelf: 'A' },
  { _id: 's3', sku: 'apple', left: 4, shelf: 'B' },
  { _id: 's4', left: 7, shelf: 'C' },
]

/** Stores the orders and the stock, in a collection of orders of its own, and gives the ways to ask for them. */
export function useOrders(target: Target, name: 'conformance_stages' | 'conformance_joins') {
  const from = (): Pipeline => target.db.collection(name).aggregate()
  const run = async (build: (from: Pipeline) => Pipeline): Promise<Fields[]> =>
    ((await build(from()).end()) as { data: Fields[] }).data
  beforeAll(async () => {
    await (await target.empty(name)).add(orders)
    await (await target.empty('conformance_stock')).add(stock)
  })
  const stageTable = (title: string, cases: readonly StageCase[]): void => {
    describe(title, () => {
      it.each(cases)('%s', async (_title, pipeline, result) => {
        expect(await run(pipeline)).toEqual(result)
      })
    })
  }
  return { from, stageTable }
}

/** One order alone. */
export const one = (p: Pipeline, id = 'a'): Pipeline => p.match({ _id: id })
export const ids = (...names: string[]): Fields[] => names.map((_id) => ({ _id }))
export const idsOnly = (pipeline: Pipeline): Pipeline => pipeline.sort({ _id: 1 }).project({ _id: 1 })
