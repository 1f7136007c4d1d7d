import { _ } from './support/sdk'
import { refusal, type Fields } from './support/tables'
import { useTarget } from './support/target'

/** Reading: which fields, in what order, how many. */
const target = useTarget()
const things = () => target.db.collection('conformance_reading')

const marks = {
  _id: 'marks',
  name: 'Li',
  rows: [
    { n: 80, day: 1 },
    { n: 92, day: 2 },
    { n: 95, day: 3 },
  ],
  deep: { a: 1, b: { c: 2, d: 3 } },
}

const sorted = [
  { _id: 'a', v: 2, w: 1 },
  { _id: 'b', v: 1, w: 1 },
  { _id: 'c', v: 'x', w: 0 },
  { _id: 'd', v: null, w: 0 },
  { _id: 'e', w: 0 },
  { _id: 'f', v: [5, 0], w: 2 },
  { _id: 'g', v: true, w: 2 },
  { _id: 'h', v: new Date(0), w: 2 },
  { _id: 'i', v: { k: 1 }, w: 3 },
  { _id: 'j', v: [], w: 3 },
]

beforeAll(async () => {
  await (await target.empty('conformance_reading')).add([marks, ...sorted])
})

describe('field', () => {
  it.each<[title: string, projection: Fields, shown: Fields]>([
    ['keeps the fields named, with _id', { name: true }, { _id: 'marks', name: 'Li' }],
    ['takes 1 for true', { name: 1 }, { _id: 'marks', name: 'Li' }],
    ['leaves _id out when asked to', { name: true, _id: false }, { name: 'Li' }],
    ['leaves out the fields named', { rows: false, deep: false }, { _id: 'marks', name: 'Li' }],
    ['reaches inside', { 'deep.b.c': true }, { _id: 'marks', deep: { b: { c: 2 } } }],
    ['leaves out inside', { 'deep.b': false, rows: false }, { _id: 'marks', name: 'Li', deep: { a: 1 } }],
    [
      'reaches into each element',
      { 'rows.n': true },
      { _id: 'marks', rows: [{ n: 80 }, { n: 92 }, { n: 95 }] },
    ],
    ['of what is missing gives _id alone', { nothing: true }, { _id: 'marks' }],
    [
      'slice keeps the first',
      { name: true, rows: _.project.slice(1) },
      { _id: 'marks', name: 'Li', rows: [marks.rows[0]] },
    ],
    [
      'slice keeps the last',
      { name: true, rows: _.project.slice(-1) },
      { _id: 'marks', name: 'Li', rows: [marks.rows[2]] },
    ],
    [
      'slice from a place',
      { name: true, rows: _.project.slice([1, 1]) },
      { _id: 'marks', name: 'Li', rows: [marks.rows[1]] },
    ],
    [
      'elemMatch keeps the first that fits',
      { rows: _.project.elemMatch({ n: { $gt: 90 } }) },
      { _id: 'marks', rows: [marks.rows[1]] },
    ],
    ['elemMatch of none leaves the field out', { rows: _.project.elemMatch({ n: 1 }) }, { _id: 'marks' }],
  ])('%s', async (_title, projection, shown) => {
    const { data } = await things()
      .where({ _id: 'marks' })
      .field(projection as never)
      .get()
    expect(data).toEqual([shown])
  })

  it('works on one document, too', async () => {
    const { data } = await things().doc('marks').field({ name: true }).get()
    expect(data).toEqual([{ _id: 'marks', name: 'Li' }])
  })

  it('cannot keep some fields and leave out others', async () => {
    const mixed = things().where({ _id: 'marks' }).field({ name: true, rows: false })
    expect(await refusal(mixed.get())).toBe('DATABASE_REQUEST_FAILED')
  })
})

const order = async (query: { get: () => Promise<{ data: Fields[] }> }): Promise<string> =>
  (await query.get()).data.map(({ _id }) => _id).join('')

describe('orderBy', () => {
  const rows = () => things().where({ w: _.exists(true) })

  it('goes by types first: empty array, nothing, numbers, texts, documents, booleans, dates', async () => {
    expect(await order(rows().orderBy('v', 'asc').orderBy('_id', 'asc'))).toBe('jdefbacigh')
  })

  it('turns round downwards; an array counts by its greatest', async () => {
    expect(await order(rows().orderBy('v', 'desc').orderBy('_id', 'asc'))).toBe('hgicfabdej')
  })

  it('by several fields in the order in which they were named', async () => {
    expect(await order(rows().orderBy('w', 'desc').orderBy('_id', 'desc'))).toBe('jihgfbaedc')
  })

  it('by a field of a document', async () => {
    expect(await order(rows().where({ w: 3 }).orderBy('v.k', 'desc'))).toBe('ij')
  })

  it('by _id', async () => {
    expect(await order(rows().orderBy('_id', 'desc').limit(3))).toBe('jih')
  })

  it('texts go by their code points', async () => {
    await things().add(['b', 'B', 'a', '社', '中', '😀', '￿'].map((t, i) => ({ _id: `t${i}`, t })))
    const { data } = await things()
      .where({ t: _.exists(true) })
      .orderBy('t', 'asc')
      .get()
    expect(data.map(({ t }: Fields) => t)).toEqual(['B', 'a', 'b', '中', '社', '￿', '😀'])
  })

  it('refuses another direction, and the SDK says so', () => {
    expect(() => things().orderBy('v', 'up' as never)).toThrow()
  })
})

describe('limit, skip and count', () => {
  beforeAll(async () => {
    const many = Array.from({ length: 1005 }, (_value, i) => ({
      _id: `m${String(i).padStart(4, '0')}`,
      many: true,
    }))
    await things().add(many.slice(0, 500))
    await things().add(many.slice(500))
  })
  const many = () => things().where({ many: true })

  it('100 come when no limit is given', async () => {
    expect((await many().get()).data).toHaveLength(100)
  })

  it('1,000 come at most, whatever is asked for', async () => {
    expect((await many().limit(1000).get()).data).toHaveLength(1000)
    expect((await many().limit(5000).get()).data).toHaveLength(1000)
  })

  it('a limit of 0 is no limit: 100 come', async () => {
    expect((await many().limit(0).get()).data).toHaveLength(100)
  })

  it('skip goes past the first', async () => {
    expect(await order(many().orderBy('_id', 'asc').skip(1003).limit(10))).toBe('m1003m1004')
    expect((await many().skip(2000).get()).data).toEqual([])
  })

  it('count counts all, whatever the limit', async () => {
    expect((await many().count()).total).toBe(1005)
    expect((await many().limit(3).count()).total).toBe(1005)
  })

  it('count without a filter', async () => {
    expect((await things().count()).total).toBe(1005 + sorted.length + 1 + 7)
  })

  it.each<[title: string, ask: () => unknown]>([
    ['a limit that is no whole number', () => things().limit(1.5)],
    ['a skip that is a text', () => things().skip('1' as never)],
  ])('the SDK refuses %s', (_title, ask) => {
    expect(ask).toThrow()
  })

  it.each<[title: string, ask: () => Promise<unknown>]>([
    ['a limit below 0', () => things().limit(-1).get()],
    ['a skip below 0', () => things().skip(-1).get()],
  ])('refuses %s', async (_title, ask) => {
    expect(['INVALID_PARAM', 'DATABASE_REQUEST_FAILED']).toContain(await refusal(ask()))
  })
})

describe('one document', () => {
  it('comes in a list of one', async () => {
    expect((await things().doc('a').get()).data).toEqual([{ _id: 'a', v: 2, w: 1 }])
  })

  it('that is not there is an empty list', async () => {
    expect((await things().doc('nobody').get()).data).toEqual([])
  })

  it('needs an id that is a text or a number, and the SDK says so', () => {
    expect(() => things().doc(null as never)).toThrow()
  })
})
