import type { Check } from './check'

/** As much of `wx-server-sdk` as the checks use; it brings no types for a bundler. */
export interface WxServerSdk {
  init: (options: { env: unknown }) => void
  DYNAMIC_CURRENT_ENV: unknown
  database: () => Database
  callFunction: (options: { name: string; data: unknown }) => Promise<unknown>
  uploadFile: (options: { cloudPath: string; fileContent: Buffer }) => Promise<{ fileID: string }>
  downloadFile: (options: { fileID: string }) => Promise<{ fileContent: Buffer }>
}

type Promised = Promise<Record<string, unknown>>
interface Query {
  get: () => Promised
  count: () => Promised
  update: (options: { data: unknown }) => Promised
  remove: () => Promised
  orderBy: (field: string, order: string) => Query
  limit: (count: number) => Query
}
interface Document extends Pick<Query, 'get' | 'update' | 'remove'> {
  set: (options: { data: unknown }) => Promised
}
interface Collection extends Query {
  add: (options: { data: unknown }) => Promised
  doc: (id: string) => Document
  where: (filter: unknown) => Query
  aggregate: () => { group: (by: unknown) => { end: () => Promised } }
}
interface Transaction {
  collection: (name: string) => Collection
  rollback: (reason?: unknown) => Promise<void>
}
interface Database {
  command: Record<string, (...operands: unknown[]) => unknown> & {
    aggregate: Record<string, (operand: unknown) => unknown>
  }
  collection: (name: string) => Collection
  serverDate: () => unknown
  RegExp: (options: { regexp: string; options: string }) => unknown
  Geo: { Point: (longitude: number, latitude: number) => unknown }
  runTransaction: (work: (transaction: Transaction) => Promise<unknown>) => Promise<unknown>
}

/** The database, as `wx-server-sdk` wraps it, in the order of a small story; functions and files where it shares them. */
export function wxServerChecks(sdk: WxServerSdk): Check[] {
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  const db = sdk.database()
  return [...documents(db), ...queries(db), ...transactions(db), ...platform(sdk)]
}

const things = (db: Database | Transaction): Collection => db.collection('things')

function documents(db: Database): Check[] {
  const { inc, push } = db.command
  const check = (title: string, run: () => Promise<unknown>, expected: unknown): Check => ({
    title,
    run,
    expected,
  })
  return [
    check('add', () => things(db).add({ data: { _id: 'a', n: 1, tags: ['x'], at: db.serverDate() } }), {
      _id: 'a',
      errMsg: 'collection.add:ok',
    }),
    check('get one', () => things(db).doc('a').get(), { data: { _id: 'a', n: 1, tags: ['x'] } }),
    check('get none', () => things(db).doc('nobody').get(), { errMsg: /does not exist/ }),
    check(
      'update',
      () =>
        things(db)
          .doc('a')
          .update({ data: { n: inc?.(2), tags: push?.(['y']) } }),
      {
        stats: { updated: 1 },
      },
    ),
    check(
      'set makes',
      () =>
        things(db)
          .doc('b')
          .set({ data: { n: 5, place: db.Geo.Point(1, 2) } }),
      {
        stats: { created: 1, updated: 0 },
      },
    ),
    check(
      'set replaces',
      () =>
        things(db)
          .doc('b')
          .set({ data: { n: 6 } }),
      { stats: { updated: 1 } },
    ),
    check('an unknown collection', () => db.collection('nowhere').get(), { errCode: -502005 }),
  ]
}

function queries(db: Database): Check[] {
  const { gt, exists, aggregate } = db.command
  const check = (title: string, run: () => Promise<unknown>, expected: unknown): Check => ({
    title,
    run,
    expected,
  })
  return [
    check(
      'where, orderBy, limit',
      () =>
        things(db)
          .where({ n: gt?.(1) })
          .orderBy('n', 'desc')
          .limit(5)
          .get(),
      {
        data: [
          { _id: 'b', n: 6 },
          { _id: 'a', n: 3, tags: ['x', 'y'] },
        ],
      },
    ),
    check(
      'count',
      () =>
        things(db)
          .where({ tags: exists?.(true) })
          .count(),
      { total: 1 },
    ),
    check(
      'a regular expression',
      () =>
        things(db)
          .where({ tags: db.RegExp({ regexp: '^X', options: 'i' }) })
          .count(),
      {
        total: 1,
      },
    ),
    check(
      'aggregate',
      () =>
        things(db)
          .aggregate()
          .group({ _id: null, sum: aggregate.sum?.('$n') })
          .end(),
      {
        list: [{ _id: null, sum: 9 }],
      },
    ),
    check(
      'update many',
      () =>
        things(db)
          .where({ n: gt?.(0) })
          .update({ data: { seen: true } }),
      {
        stats: { updated: 2 },
      },
    ),
    check('remove many', () => things(db).where({ n: 6 }).remove(), { stats: { removed: 1 } }),
  ]
}

function transactions(db: Database): Check[] {
  const increment = async (transaction: Transaction): Promise<unknown> => {
    const { data } = (await things(transaction).doc('a').get()) as { data: { n: number } }
    await things(transaction)
      .doc('a')
      .update({ data: { n: data.n + 1 } })
    return data.n
  }
  return [
    { title: 'runTransaction commits', run: () => db.runTransaction(increment), expected: 3 },
    {
      title: 'what it wrote is there',
      run: () => things(db).doc('a').get(),
      expected: { data: { n: 4 } },
    },
    {
      title: 'rollback leaves nothing',
      run: async () => {
        await db
          .runTransaction((tx) =>
            things(tx)
              .add({ data: { _id: 'c' } })
              .then(() => tx.rollback('no')),
          )
          .catch(() => 0)
        return things(db).where({ _id: 'c' }).count()
      },
      expected: { total: 0 },
    },
  ]
}

function platform(sdk: WxServerSdk): Check[] {
  return [
    {
      title: 'callFunction',
      run: () => sdk.callFunction({ name: 'echo', data: { a: 1 } }),
      expected: { result: { event: { a: 1 } }, errMsg: 'callFunction:ok' },
    },
    {
      title: 'uploadFile and downloadFile',
      run: async () => {
        const { fileID } = await sdk.uploadFile({ cloudPath: 'wx/近.txt', fileContent: Buffer.from('你好') })
        return String((await sdk.downloadFile({ fileID })).fileContent)
      },
      expected: '你好',
    },
  ]
}
