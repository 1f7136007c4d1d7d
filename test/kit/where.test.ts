import { above, between, encodeWhere, oneOf, type Commands, type Where } from '../../cloudfunctions/kit/where'

const command: Commands = {
  gt: (value) => ({ gt: value }),
  gte: (value) => ({ gte: value }),
  lt: (value) => ({ lt: value }),
  lte: (value) => ({ lte: value }),
  in: (values) => ({ in: values }),
  exists: (value) => ({ exists: value }),
  and: (...conditions) => ({ and: conditions }),
}

const encode = (where: unknown) => encodeWhere(where as Where, command)

describe('[P1] a filter', () => {
  it('is refused when it is empty: it would match everything', () => {
    expect(() => encode({})).toThrow('everything')
  })

  test.each([
    ['undefined', undefined],
    ['an object', {}],
    ['an operator from outside', { $ne: null }],
    ['a condition made by hand', { operator: 'gt', operand: '' }],
    ['a list', ['a']],
    ['a function', () => 'a'],
    ['a big integer', 1n],
    ['a date', new Date(0)],
  ])('is refused when a value is %s', (_story, value) => {
    expect(() => encode({ communityId: 'a', owner: value })).toThrow('owner')
  })

  it('refuses a list of nothing and one that is too long', () => {
    expect(() => oneOf([])).toThrow('1 to 1,000')
    expect(() => oneOf(Array.from({ length: 1001 }, () => 'a'))).toThrow('1 to 1,000')
  })

  it('takes scalars as they are, operators in a text included', () => {
    expect(encode({ a: '{"$ne":null}', b: 0, c: false, d: null })).toEqual({
      a: '{"$ne":null}',
      b: 0,
      c: false,
      d: null,
    })
  })

  it('takes the conditions of the kit', () => {
    expect(encode({ a: above(3), b: between('x', 'y'), c: oneOf([1, 2]) })).toEqual({
      a: { gt: 3 },
      b: { and: [{ gt: 'x' }, { lte: 'y' }] },
      c: { in: [1, 2] },
    })
  })
})
