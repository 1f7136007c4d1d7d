import fc from 'fast-check'
import { readDay, readInteger, readName, readPhone, readText } from '../../cloudfunctions/imports/cells'

describe('a phone number', () => {
  test.each([
    ['ten digits', '1380000000'],
    ['twelve digits', '138000000011'],
    ['a landline', '0631-0000123'],
    ['a power of ten that has lost its digits', '1.38E+10'],
    ['two numbers in one cell', '13800000000/13900000000'],
    ['a number that no operator gives out', '12000000000'],
    ['words', '找他儿子'],
    ['a fraction', 13800000000.5],
    ['a date', new Date('2026-11-03')],
    ['yes', true],
  ])('is refused: %s', (_, cell) => {
    expect(readPhone(cell)).toEqual({ code: 'PHONE_INVALID' })
  })

  test.each([null, '', ' ', '无', '没有', '-', '/'])('may be missing: %j', (cell) => {
    expect(readPhone(cell)).toEqual({ value: null })
  })

  test('is the same however it is written', () => {
    const phone = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
    fc.assert(
      fc.property(phone, fc.nat(spellings.length - 1), ([second, rest], index) => {
        const digits = `1${second}${String(rest).padStart(9, '0')}`
        expect(readPhone(spellings[index]?.(digits) ?? null)).toEqual({ value: digits })
      }),
    )
  })

  const spellings: ((digits: string) => string | number)[] = [
    (digits) => digits,
    (digits) => Number(digits),
    (digits) => `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`,
    (digits) => `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`,
    (digits) => `+86 ${digits}`,
    (digits) => `0086${digits}`,
    (digits) => `86${digits}`,
    (digits) => `（${digits}）`,
    (digits) => `\u00a0${digits}\u200b\u3000`,
    (digits) => [...digits].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
  ]
})

describe('a day', () => {
  test.each(['2026年13月1日', '2026.2.30', '11月3日', '去年', '2026-11', 1, true])(
    'is refused: %j',
    (cell) => {
      expect(readDay(cell)).toEqual({ code: 'DATE_INVALID' })
    },
  )

  test.each([
    ['2026.11.3', '2026-11-03'],
    ['2026年11月3日', '2026-11-03'],
    ['2026/11/03', '2026-11-03'],
    ['２０２６－１１－３', '2026-11-03'],
    ['20261103', '2026-11-03'],
    [46_329, '2026-11-03'],
    ['46329', '2026-11-03'],
    [new Date('2026-11-03T00:00:00Z'), '2026-11-03'],
    [new Date('2024-02-29T00:00:00Z'), '2024-02-29'],
  ])('is read: %j', (cell, day) => {
    expect(readDay(cell)).toEqual({ value: day })
  })

  test('may be missing', () => expect(readDay(null)).toEqual({ value: null }))
})

describe('a whole number', () => {
  test.each([
    ['三十', 'NUMBER_INVALID'],
    ['12.5', 'NUMBER_INVALID'],
    ['1,00', 'NUMBER_INVALID'],
    ['1e3', 'NUMBER_INVALID'],
    ['9'.repeat(20), 'NUMBER_INVALID'],
    [-1, 'NUMBER_OUT_OF_RANGE'],
    [101, 'NUMBER_OUT_OF_RANGE'],
    [null, 'REQUIRED'],
  ])('is refused: %j is %s', (cell, code) => {
    expect(readInteger(cell, 0, 100)).toEqual({ code })
  })

  test.each([
    [0, 0],
    ['５０', 50],
    ['100.0', 100],
    ['40 分', 40],
    ['每人2份', 2],
  ])('is read: %j is %d', (cell, value) => {
    expect(readInteger(cell, 0, 100)).toEqual({ value })
  })

  test('may have commas', () => expect(readInteger('1,200', 0, 5000)).toEqual({ value: 1200 }))
})

describe('a name', () => {
  test.each(['田3', '13800000000', '=cmd()', '张三<b>', '张三（儿子）'])('is refused: %s', (cell) => {
    expect(readName(cell, 30)).toEqual({ code: 'NAME_INVALID' })
  })

  test.each([
    ['张 伟', '张伟'],
    [' 张\u3000桂兰 ', '张桂兰'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['John Smith', 'John Smith'],
  ])('is read: %s', (cell, name) => expect(readName(cell, 30)).toEqual({ value: name }))

  test('must be there, and not too long', () => {
    expect(readName('  ', 30)).toEqual({ code: 'REQUIRED' })
    expect(readName('长'.repeat(31), 30)).toEqual({ code: 'TOO_LONG' })
  })
})

test('a text has no control characters and no blanks at its ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = readText(text, 10_000)
      expect(read).toEqual({ value: expect.not.stringMatching(/^\s|\s$|\p{Cc}/u) as string })
    }),
  )
})
