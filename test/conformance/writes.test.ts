import { $, _, serverDate } from './support/sdk'
import { idsOf, refusal, type Fields } from './support/tables'
import { useTarget } from './support/target'

/** Writing: whole documents, server dates, many at once. */
const target = useTarget()
const open = () => target.db.collection('conformance_writes')
beforeAll(() => target.empty('conformance_writes'))

describe('whole documents', () => {
  it('set makes a document that is not there', async () => {
    const reply = await open().doc('made').set({ n: 1 })
    expect(reply).toMatchObject({ updated: 0, upsertedId: 'made' })
    expect((await open().doc('made').get()).data).toEqual([{ _id: 'made', n: 1 }])
  })

  it('set replaces one that is there, whole', async () => {
    await open().doc('replaced').set({ n: 1, m: 2 })
    expect(await open().doc('replaced').set({ m: 3 })).toMatchObject({ updated: 1 })
    expect((await open().doc('replaced').get()).data).toEqual([{ _id: 'replaced', m: 3 }])
  })

  it('set keeps a document inside whole, and merges nothing', async () => {
    await open()
      .doc('inside')
      .set({ a: { x: 1 } })
    await open()
      .doc('inside')
      .set({ a: { y: 2 } })
    expect((await open().doc('inside').get()).data).toEqual([{ _id: 'inside', a: { y: 2 } }])
  })

  it('set refuses commands, and the SDK says so', async () => {
    expect(
      await refusal(
        open()
          .doc('x')
          .set({ n: _.inc(1) }),
      ),
    ).toBe('DATABASE_REQUEST_FAILED')
  })

  it('an _id cannot be set or updated, and the SDK says so', async () => {
    expect(await refusal(open().doc('x').set({ _id: 'y' }))).toBe('INVALID_PARAM')
    expect(await refusal(open().doc('x').update({ _id: 'y' }))).toBe('INVALID_PARAM')
  })

  it('an update of what is not there changes nothing', async () => {
    expect(await open().doc('nobody').update({ n: 1 })).toMatchObject({ updated: 0 })
    expect((await open().doc('nobody').get()).data).toEqual([])
  })

  it('an update that leaves the document as it is counts as none', async () => {
    await open().doc('same').set({ n: 1 })
    expect(await open().doc('same').update({ n: 1 })).toMatchObject({ updated: 0 })
  })

  it('an update that sends nothing is refused', async () => {
    await open().doc('same').set({ n: 1 })
    expect(['INVALID_PARAM', 'DATABASE_REQUEST_FAILED']).toContain(
      await refusal(open().doc('same').update({ a: {} })),
    )
  })
})

describe('server dates', () => {
  const written = async (at: unknown): Promise<number> => {
    await open().doc('dated').set({ at })
    const { data } = await open().doc('dated').get()
    return ((data[0] as Fields).at as Date).getTime()
  }
  /** A real server's clock may differ by so much. */
  const tolerance = 60_000

  it('are the server’s time when they are stored', async () => {
    expect(Math.abs((await written(serverDate())) - Date.now())).toBeLessThan(tolerance)
  })

  it('may be ahead', async () => {
    const hour = 3_600_000
    expect(Math.abs((await written(serverDate({ offset: hour }))) - Date.now() - hour)).toBeLessThan(
      tolerance,
    )
  })

  it('may be behind', async () => {
    const day = 86_400_000
    expect(Math.abs((await written(serverDate({ offset: -day }))) - Date.now() + day)).toBeLessThan(tolerance)
  })

  it('are set by an update, also inside a document and an array', async () => {
    await open().doc('dated').set({ n: 1 })
    await open()
      .doc('dated')
      .update({ at: serverDate(), a: { at: serverDate() }, list: _.push([{ at: serverDate() }]) })
    const [document] = (await open().doc('dated').get()).data as [
      { at: unknown; a: { at: unknown }; list: { at: unknown }[] },
    ]
    expect([document.at, document.a.at, document.list[0]?.at].every((at) => at instanceof Date)).toBe(true)
  })

  it('can be compared with in a query', async () => {
    await open()
      .doc('dated')
      .set({ at: serverDate({ offset: -5000 }) })
    expect(await idsOf(open().where({ _id: 'dated', at: _.lt(serverDate()) }))).toBe('dated')
    expect(await idsOf(open().where({ _id: 'dated', at: _.gt(serverDate()) }))).toBe('')
  })
})

describe('many at once', () => {
  beforeEach(async () => {
    await target.empty('conformance_writes')
    await open().add([
      { _id: 'a', kind: 1, n: 1 },
      { _id: 'b', kind: 1, n: 2 },
      { _id: 'c', kind: 2, n: 3 },
    ])
  })

  it('where().update changes every match', async () => {
    expect(
      await open()
        .where({ kind: 1 })
        .update({ n: _.inc(10) }),
    ).toMatchObject({ updated: 2 })
    expect(await idsOf(open().where({ n: _.gt(10) }))).toBe('a b')
  })

  it('where().update with multiple: false changes one', async () => {
    const one = open().where({ kind: 1 }).options({ multiple: false })
    expect(await one.update({ n: 99 })).toMatchObject({ updated: 1 })
  })

  it('one that fails leaves all as they were', async () => {
    await open().doc('b').update({ n: 'text' })
    expect(
      await refusal(
        open()
          .where({ kind: 1 })
          .update({ n: _.inc(1) }),
      ),
    ).toBe('DATABASE_REQUEST_FAILED')
    expect((await open().doc('a').get()).data).toEqual([{ _id: 'a', kind: 1, n: 1 }])
  })

  it('where().remove removes every match', async () => {
    expect(await open().where({ kind: 1 }).remove()).toMatchObject({ deleted: 2 })
    expect((await open().count()).total).toBe(1)
  })

  it('where().remove with multiple: false removes one', async () => {
    expect(await open().where({ kind: 1 }).options({ multiple: false }).remove()).toMatchObject({
      deleted: 1,
    })
  })

  it('doc().remove says how many there were', async () => {
    expect(await open().doc('a').remove()).toMatchObject({ deleted: 1 })
    expect(await open().doc('a').remove()).toMatchObject({ deleted: 0 })
  })

  it('remove without a filter is refused', async () => {
    expect(await refusal(open().where({}).remove())).toBe('DATABASE_REQUEST_FAILED')
  })

  it('updateAndReturn gives the document as it is afterwards', async () => {
    const reply = await open()
      .where({ _id: 'c', n: _.gte(3) })
      .updateAndReturn({ n: _.inc(-3) })
    expect(reply).toMatchObject({ updated: 1, doc: { _id: 'c', n: 0 } })
  })

  it('updateAndReturn of no match gives none', async () => {
    const reply = await open()
      .where({ _id: 'c', n: _.gt(3) })
      .updateAndReturn({ n: 0 })
    expect(reply.updated).toBe(0)
    expect(reply.doc).toBeNull()
  })

  it('raw takes the operators of MongoDB as they are', async () => {
    await open()
      .where({ kind: 1 })
      .options({ raw: true })
      .update({ $set: { seen: true }, $inc: { n: 1 } })
    expect(
      await idsOf(
        open()
          .options({ raw: true })
          .where({ seen: { $eq: true }, n: { $gte: 3 } }),
      ),
    ).toBe('b')
  })

  it('raw knows $setOnInsert and $currentDate', async () => {
    const raw = open().where({ _id: 'a' }).options({ raw: true })
    await raw.update({ $setOnInsert: { made: 1 }, $currentDate: { at: true } })
    const [document] = (await open().doc('a').get()).data as [Fields]
    expect(document.made).toBeUndefined()
    expect(document.at).toBeInstanceOf(Date)
  })

  it('an expression is no update', async () => {
    expect(
      await refusal(
        open()
          .doc('a')
          .update({ n: $.add(['$n', 1]) }),
      ),
    ).toBe('DATABASE_REQUEST_FAILED')
  })
})
