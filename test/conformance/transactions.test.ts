import { _ } from './support/sdk'
import { idsOf, refusal, type Fields } from './support/tables'
import { useTarget, type CollectionReference } from './support/target'

/** Transactions: what snapshot isolation forbids, what it allows, and how a transaction ends. */
const target = useTarget()

/** What the SDK's transactions offer; its own types leave that open. */
interface Transaction {
  collection: (name: string) => CollectionReference
  commit: () => Promise<unknown>
  rollback: (reason?: unknown) => Promise<unknown>
}

const NAME = 'conformance_transactions'
const plain = () => target.db.collection(NAME)
const begin = (): Promise<Transaction> => target.db.startTransaction() as Promise<Transaction>
const inside = (transaction: Transaction) => transaction.collection(NAME)
const run = (work: (transaction: Transaction) => unknown, times?: number): Promise<unknown> =>
  target.db.runTransaction(work, times) as Promise<unknown>

/** Inside a transaction `doc().get()` gives the document itself. */
const read = async (transaction: Transaction, id: string): Promise<Fields | null> =>
  (await inside(transaction).doc(id).get()).data as unknown as Fields | null
const stored = async (id: string): Promise<unknown> => ((await plain().doc(id).get()).data as Fields[])[0]?.n

beforeEach(async () => {
  await target.empty(NAME)
  await plain().add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
})

describe('inside', () => {
  it('get gives the document itself, and null for none', async () => {
    const tx = await begin()
    expect(await read(tx, 'a')).toEqual({ _id: 'a', n: 1 })
    expect(await read(tx, 'nobody')).toBeNull()
    await tx.rollback()
  })

  it('its own writes are seen', async () => {
    const tx = await begin()
    await inside(tx)
      .doc('a')
      .update({ n: _.inc(4) })
    await inside(tx).add({ _id: 'c', n: 9 })
    await inside(tx).doc('b').remove()
    expect([await read(tx, 'a'), await read(tx, 'b'), await read(tx, 'c')]).toEqual([
      { _id: 'a', n: 5 },
      null,
      { _id: 'c', n: 9 },
    ])
    await tx.rollback()
  })

  it('set replaces or makes, add says what it made', async () => {
    const tx = await begin()
    expect(await inside(tx).doc('a').set({ m: 2 })).toMatchObject({ updated: 1 })
    expect(await inside(tx).doc('new').set({ m: 2 })).toMatchObject({
      updated: 0,
      upserted: [{ _id: 'new' }],
    })
    expect(await inside(tx).add({ _id: 'c' })).toMatchObject({ id: 'c', inserted: 1, ok: 1 })
    await tx.commit()
    expect(await idsOf(plain())).toBe('a b c new')
  })

  it('field leaves out what is not asked for', async () => {
    const tx = await begin()
    const { data } = await inside(tx).doc('a').field({ n: false }).get()
    expect(data).toEqual({ _id: 'a' })
    await tx.rollback()
  })

  it('updateAndReturn works on one document by its _id', async () => {
    const tx = await begin()
    const reply = await inside(tx)
      .where({ _id: 'a' })
      .updateAndReturn({ n: _.inc(1) })
    expect(reply).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } })
    await tx.commit()
    expect(await stored('a')).toBe(2)
  })

  it('the same document may be written again and again', async () => {
    const tx = await begin()
    for (let i = 0; i < 3; i++)
      await inside(tx)
        .doc('a')
        .update({ n: _.inc(1) })
    await tx.commit()
    expect(await stored('a')).toBe(4)
  })

  it('several collections take part', async () => {
    await target.empty('conformance_moved')
    const tx = await begin()
    await inside(tx).doc('a').update({ n: 0 })
    await tx.collection('conformance_moved').add({ _id: 'moved', n: 1 })
    await tx.commit()
    expect((await target.db.collection('conformance_moved').doc('moved').get()).data).toHaveLength(1)
  })
})

describe('what is forbidden', () => {
  it('nobody sees what is not committed (dirty read)', async () => {
    const tx = await begin()
    await inside(tx).doc('a').update({ n: 9 })
    const other = await begin()
    expect(await stored('a')).toBe(1)
    expect(await read(other, 'a')).toMatchObject({ n: 1 })
    await tx.rollback()
    await other.rollback()
  })

  it('a document reads the same twice (unrepeatable read)', async () => {
    const tx = await begin()
    await read(tx, 'a')
    await plain().doc('a').update({ n: 9 })
    expect(await read(tx, 'a')).toMatchObject({ n: 1 })
    await tx.rollback()
  })

  it('two documents are of one moment (read skew)', async () => {
    const tx = await begin()
    await read(tx, 'a')
    await run(async (other) => {
      await inside(other).doc('a').update({ n: 0 })
      await inside(other).doc('b').update({ n: 2 })
    })
    expect(await read(tx, 'b')).toMatchObject({ n: 1 })
    await tx.rollback()
  })

  it('what was added or removed since is not seen (phantom)', async () => {
    const tx = await begin()
    await read(tx, 'a')
    await plain().add({ _id: 'c', n: 1 })
    await plain().doc('b').remove()
    expect([await read(tx, 'b'), await read(tx, 'c')]).toEqual([{ _id: 'b', n: 1 }, null])
    await tx.rollback()
  })

  it('of two that write one document the second fails (lost update)', async () => {
    const [first, second] = [await begin(), await begin()]
    await read(first, 'a')
    await read(second, 'a')
    await inside(first).doc('a').update({ n: 5 })
    expect(await refusal(inside(second).doc('a').update({ n: 6 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    await first.commit()
    expect(await stored('a')).toBe(5)
  })

  it('a write to what has changed since the snapshot fails', async () => {
    const tx = await begin()
    await read(tx, 'a')
    await plain().doc('a').update({ n: 9 })
    expect(
      await refusal(
        inside(tx)
          .doc('a')
          .update({ n: _.inc(1) }),
      ),
    ).toBe('DATABASE_TRANSACTION_CONFLICT')
    expect(await stored('a')).toBe(9)
  })

  it('two cannot both make the same document', async () => {
    const [first, second] = [await begin(), await begin()]
    await inside(first).add({ _id: 'c', by: 1 })
    expect(await refusal(inside(second).add({ _id: 'c', by: 2 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    await first.commit()
  })

  it('two cannot both take the same unique key', async () => {
    const unique = await target.empty('conformance_unique')
    const [first, second] = [await begin(), await begin()]
    await first.collection('conformance_unique').add({ _id: 'x', code: 1 })
    expect(await refusal(second.collection('conformance_unique').add({ _id: 'y', code: 1 }))).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    )
    await first.commit()
    expect((await unique.count()).total).toBe(1)
  })
})

describe('what is allowed', () => {
  it('two that read both and write one each (write skew)', async () => {
    const [first, second] = [await begin(), await begin()]
    for (const tx of [first, second]) for (const id of ['a', 'b']) await read(tx, id)
    await inside(first).doc('a').update({ n: 0 })
    await inside(second).doc('b').update({ n: 0 })
    await first.commit()
    await second.commit()
    expect([await stored('a'), await stored('b')]).toEqual([0, 0])
  })

  it('one that only reads never conflicts', async () => {
    const reader = await begin()
    await read(reader, 'a')
    await run((tx) => inside(tx).doc('a').update({ n: 7 }))
    await reader.commit()
  })

  it('one after the other, without conflict', async () => {
    for (let i = 0; i < 3; i++)
      await run((tx) =>
        inside(tx)
          .doc('a')
          .update({ n: _.inc(1) }),
      )
    expect(await stored('a')).toBe(4)
  })

  it('a plain write waits until the lock is given up', async () => {
    const tx = await begin()
    await inside(tx).doc('a').update({ n: 5 })
    const waiting = plain()
      .doc('a')
      .update({ n: _.inc(1) })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await stored('a')).toBe(1)
    await tx.commit()
    await waiting
    expect(await stored('a')).toBe(6)
  })

  it('a plain read does not wait', async () => {
    const tx = await begin()
    await inside(tx).doc('a').update({ n: 5 })
    expect(await stored('a')).toBe(1)
    await tx.rollback()
  })
})

describe('the end', () => {
  it('commit makes everything seen at once', async () => {
    const tx = await begin()
    await inside(tx).doc('a').update({ n: 2 })
    await inside(tx).doc('b').remove()
    await tx.commit()
    expect([await stored('a'), await stored('b')]).toEqual([2, undefined])
  })

  it('rollback leaves everything as it was', async () => {
    const tx = await begin()
    await inside(tx).doc('a').update({ n: 2 })
    await inside(tx).add({ _id: 'c' })
    await tx.rollback()
    expect(await idsOf(plain().where({ n: 1 }))).toBe('a b')
  })

  it.each<[title: string, use: (tx: Transaction) => Promise<unknown>]>([
    ['reading', (tx) => inside(tx).doc('a').get()],
    ['writing', (tx) => inside(tx).doc('a').update({ n: 3 })],
    ['a second commit', (tx) => tx.commit()],
    ['a rollback', (tx) => tx.rollback()],
  ])('%s after the commit is refused', async (_title, use) => {
    const tx = await begin()
    await inside(tx).doc('a').update({ n: 2 })
    await tx.commit()
    expect(await refusal(use(tx))).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await stored('a')).toBe(2)
  })

  it('after a conflict it is gone', async () => {
    const tx = await begin()
    await read(tx, 'a')
    await plain().doc('a').update({ n: 9 })
    await refusal(inside(tx).doc('a').update({ n: 1 }))
    expect(await refusal(tx.commit())).toBe('DATABASE_TRANSACTION_FAIL')
  })

  it('after 30 seconds it is gone, and its locks with it', async () => {
    const tx = await begin()
    await inside(tx).doc('a').update({ n: 5 })
    await target.pass(31_000)
    expect(await refusal(tx.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    await plain().doc('a').update({ n: 8 })
    expect(await stored('a')).toBe(8)
  }, 60_000)
})

describe('runTransaction', () => {
  it('commits when the work is done, and gives what it returned', async () => {
    const reply = await run(async (tx) => {
      await inside(tx).doc('a').update({ n: 2 })
      return 'done'
    })
    expect([reply, await stored('a')]).toEqual(['done', 2])
  })

  it('rolls back when the work throws, and throws the same', async () => {
    const reason = new Error('no')
    const work = run(async (tx) => {
      await inside(tx).doc('a').update({ n: 2 })
      throw reason
    })
    await expect(work).rejects.toBe(reason)
    expect(await stored('a')).toBe(1)
  })

  it('throws what was given to rollback', async () => {
    await expect(run((tx) => tx.rollback('changed my mind'))).rejects.toBe('changed my mind')
  })

  it('runs the work again after a conflict', async () => {
    let runs = 0
    await run(async (tx) => {
      await read(tx, 'a')
      if (++runs === 1) await plain().doc('a').update({ n: 10 })
      await inside(tx)
        .doc('a')
        .update({ n: _.inc(1) })
    })
    expect([runs, await stored('a')]).toEqual([2, 11])
  })

  it('gives up after three more', async () => {
    let runs = 0
    const work = run(async (tx) => {
      runs++
      await read(tx, 'a')
      await plain()
        .doc('a')
        .update({ n: _.inc(1) })
      await inside(tx).doc('a').update({ n: 0 })
    })
    expect(await refusal(work)).toBe('DATABASE_TRANSACTION_CONFLICT')
    expect(runs).toBe(4)
  })

  it('of many at once no increment is lost', async () => {
    const increment = async (): Promise<void> => {
      for (;;) {
        const code = await refusal(
          run(
            (tx) =>
              inside(tx)
                .doc('a')
                .update({ n: _.inc(1) }),
            5,
          ),
        )
        if (code !== 'DATABASE_TRANSACTION_CONFLICT') return
      }
    }
    await Promise.all(Array.from({ length: 8 }, increment))
    expect(await stored('a')).toBe(9)
  })
})

describe('what a transaction does not do', () => {
  it.each<[title: string, use: (tx: Transaction) => Promise<unknown>]>([
    ['get by where', (tx) => inside(tx).where({ n: 1 }).get()],
    ['get of a whole collection', (tx) => inside(tx).get()],
    ['updateAndReturn by another field', (tx) => inside(tx).where({ n: 1 }).updateAndReturn({ n: 2 })],
    ['a duplicate _id', (tx) => inside(tx).add({ _id: 'a' })],
    [
      'an update that cannot be done',
      (tx) =>
        inside(tx)
          .doc('a')
          .update({ n: _.push(1) }),
    ],
  ])('%s is refused, and ends it', async (_title, use) => {
    const tx = await begin()
    await inside(tx).doc('b').update({ n: 9 })
    expect(['DATABASE_REQUEST_FAILED', 'DATABASE_DUPLICATE_WRITE']).toContain(await refusal(use(tx)))
    expect(await refusal(tx.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await stored('b')).toBe(1)
  })

  it('an unknown collection is named', async () => {
    const tx = await begin()
    expect(await refusal(tx.collection('conformance_nowhere').doc('a').get())).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    )
  })
})
