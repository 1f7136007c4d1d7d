import { _ } from './support/sdk'
import { refusal, type Fields } from './support/tables'
import { useTarget } from './support/target'

/** Inserting, its limits, and what a document may hold. */
const target = useTarget()
const things = () => target.db.collection('conformance_limits')
beforeEach(() => target.empty('conformance_limits'))

const REFUSED = [
  'DATABASE_REQUEST_FAILED',
  'INVALID_PARAM',
  'EXCEED_REQUEST_LIMIT',
  'DATABASE_DUPLICATE_WRITE',
]

describe('add', () => {
  it('gives one document an id of 32 hexadecimal digits', async () => {
    expect((await things().add({ n: 1 })).id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('keeps an id of the caller', async () => {
    expect((await things().add({ _id: 'mine' })).id).toBe('mine')
  })

  it('takes several, and gives their ids in order', async () => {
    expect((await things().add([{ _id: 'x' }, { _id: 'y' }])).ids).toEqual(['x', 'y'])
  })

  it('of several that clash keeps none', async () => {
    await things().add({ _id: 'x' })
    expect(REFUSED).toContain(await refusal(things().add([{ _id: 'new' }, { _id: 'x' }])))
    expect((await things().count()).total).toBe(1)
  })

  it('refuses an id that is there', async () => {
    await things().add({ _id: 'x' })
    expect(['DATABASE_DUPLICATE_WRITE', 'DATABASE_REQUEST_FAILED']).toContain(
      await refusal(things().add({ _id: 'x' })),
    )
  })

  it('names a collection that is not there', async () => {
    const nowhere = target.db.collection('conformance_nowhere')
    expect(await refusal(nowhere.add({ n: 1 }))).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect(await refusal(nowhere.get())).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect(await refusal(nowhere.doc('a').update({ n: 1 }))).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect(await refusal(nowhere.aggregate().count('n').end())).toBe('DATABASE_COLLECTION_NOT_EXIST')
  })
})

describe('unique indexes', () => {
  const unique = () => target.db.collection('conformance_unique')
  beforeEach(async () => {
    await target.empty('conformance_unique')
    await unique().add({ _id: 'a', code: 1 })
  })
  const duplicate = ['DATABASE_DUPLICATE_WRITE', 'DATABASE_REQUEST_FAILED']

  it.each<[title: string, write: () => Promise<unknown>]>([
    ['add', () => unique().add({ code: 1 })],
    ['set', () => unique().doc('b').set({ code: 1 })],
    [
      'update',
      async () => {
        await unique().add({ _id: 'c', code: 2 })
        return unique().doc('c').update({ code: 1 })
      },
    ],
  ])('%s cannot take a key that is taken', async (_title, write) => {
    expect(duplicate).toContain(await refusal(write()))
  })

  it('a missing field counts as null, once', async () => {
    await unique().add({ _id: 'b' })
    expect(duplicate).toContain(await refusal(unique().add({ code: null })))
  })

  it('a key that was given up can be taken', async () => {
    await unique().doc('a').update({ code: 5 })
    expect((await unique().add({ _id: 'b', code: 1 })).id).toBe('b')
  })

  it('each element of an array is a key', async () => {
    await unique().add({ _id: 'b', code: [7, 8] })
    expect(duplicate).toContain(await refusal(unique().add({ code: 8 })))
  })
})

describe('what a document may hold', () => {
  it.each<[title: string, value: unknown]>([
    ['a whole number', 42],
    ['a fraction', 0.1],
    ['a number beyond 32 bits', 2 ** 45],
    ['the greatest safe number', Number.MAX_SAFE_INTEGER],
    ['a number below 0', -1],
    ['a very great number', 1e300],
    ['the empty text', ''],
    ['Chinese and an emoji', '近邻 😀'],
    ['a text with a NUL', 'a\0b'],
    ['true', true],
    ['null', null],
    ['a date', new Date(1_700_000_000_123)],
    ['a date before 1970', new Date(-1)],
    ['a list of different things', [1, 'a', null, { b: [true] }]],
    ['the empty list', []],
    ['the empty document', {}],
    ['a name of Chinese', { 名字: 1 }],
    ['names that look like numbers', { 1: 'a', 0: 'b' }],
    ['a name of JavaScript', { constructor: 1, toString: 2 }],
  ])('%s comes back as it was', async (_title, value) => {
    await things().doc('x').set({ value })
    expect((await things().doc('x').get()).data).toEqual([{ _id: 'x', value }])
  })

  it('undefined is left out', async () => {
    await things()
      .doc('x')
      .set({ a: undefined, b: { c: undefined, d: 1 } })
    expect((await things().doc('x').get()).data).toEqual([{ _id: 'x', b: { d: 1 } }])
  })

  it('undefined in a list becomes null', async () => {
    await things()
      .doc('x')
      .set({ list: [1, undefined] })
    expect((await things().doc('x').get()).data).toEqual([{ _id: 'x', list: [1, null] }])
  })

  it('fields keep their order', async () => {
    await things().doc('x').set({ b: 1, a: 2, c: 3 })
    expect(Object.keys((await things().doc('x').get()).data[0] as Fields)).toEqual(['_id', 'b', 'a', 'c'])
  })

  it('a regular expression comes back as its parts', async () => {
    await things().doc('x').set({ re: /^a/i })
    expect((await things().doc('x').get()).data).toEqual([{ _id: 'x', re: { pattern: '^a', options: 'i' } }])
  })

  it('refuses a name that begins with a dollar', async () => {
    expect(REFUSED).toContain(await refusal(things().doc('x').set({ $a: 1 })))
  })

  it('refuses an id that is empty', async () => {
    expect(REFUSED).toContain(await refusal(things().add({ _id: '' })))
  })

  it('refuses a list that holds itself, and the SDK says so', async () => {
    const circle: unknown[] = []
    circle.push(circle)
    expect(await refusal(things().add({ circle }))).toMatch(/circular|call stack/i)
  })
})

describe('sizes', () => {
  it('a document of 1 MB is kept', async () => {
    await things()
      .doc('big')
      .set({ text: 'x'.repeat(1024 * 1024) })
    const [{ text }] = (await things().doc('big').get()).data as [{ text: string }]
    expect(text).toHaveLength(1024 * 1024)
  })

  it('a document of more than 16 MB is refused', async () => {
    expect(REFUSED).toContain(
      await refusal(
        things()
          .doc('huge')
          .set({ text: 'x'.repeat(17 * 1024 * 1024) }),
      ),
    )
  })

  it('a document cannot grow beyond 16 MB', async () => {
    const half = 'x'.repeat(9 * 1024 * 1024)
    await things().doc('grows').set({ a: half })
    expect(REFUSED).toContain(await refusal(things().doc('grows').update({ b: half })))
  })

  it('100 levels are kept, many more are refused', async () => {
    const nested = (levels: number): Fields => {
      let value: Fields = { end: 1 }
      for (let i = 0; i < levels; i++) value = { a: value }
      return value
    }
    await things().doc('deep').set(nested(50))
    expect(REFUSED).toContain(await refusal(things().doc('deeper').set(nested(200))))
  })

  it('500 documents at once', async () => {
    await things().add(Array.from({ length: 500 }, (_value, n) => ({ n })))
    expect(
      (
        await things()
          .where({ n: _.gte(0) })
          .count()
      ).total,
    ).toBe(500)
  })
})

describe('collections', () => {
  it('createCollection makes one that can be used at once', async () => {
    await target.db.createCollection('conformance_made').catch(() => undefined)
    const made = await target.empty('conformance_limits')
    expect((await made.count()).total).toBe(0)
    expect((await target.db.collection('conformance_made').count()).total).toBeGreaterThanOrEqual(0)
  })

  it('a name is needed, and the SDK says so', () => {
    expect(() => target.db.collection('')).toThrow()
  })
})
