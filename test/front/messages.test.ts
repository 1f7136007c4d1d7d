import { commonCodes } from '@contract/codes'
import { contract } from '@contract/index'
import { rowErrorCodes } from '@contract/imports'
import { limits } from '@contract/limits'
import { rowErrorWords, sentenceOf, wordsOf } from '@/services/messages'

const codes = [
  ...commonCodes,
  ...Object.values(contract).flatMap((domain) => Object.values(domain).flatMap(({ errors }) => [...errors])),
]

test('a code that this build does not know yet is still answered with words', () => {
  const unknown = { code: 'FROM_A_NEWER_SERVER' } as unknown as Parameters<typeof wordsOf>[0]
  expect(wordsOf(unknown)).toEqual(wordsOf({ code: 'INTERNAL' }))
})

test.each([...new Set(codes)])('%s says what happened and what to do, in Chinese', (code) => {
  const { what, todo } = wordsOf({ code })
  expect(what).toMatch(/^[\p{Script=Han}\d\s，。、「」]+$/u)
  expect(todo).toMatch(/\p{Script=Han}/u)
  expect(sentenceOf({ code })).toBe(`${what}。${todo}`)
})

test.each([...rowErrorCodes])('the row error %s is worded', (code) => {
  expect(rowErrorWords[code]).toMatch(/\p{Script=Han}/u)
})

test('words that name a bound name the true one', () => {
  expect(wordsOf({ code: 'TOO_MANY_TRIES' }).todo).toContain(`${limits.pickup.lockMinutes} 分钟`)
  expect(wordsOf({ code: 'TOO_MANY_ITEMS' }).todo).toContain(`${limits.item.perCommunity} 件`)
  expect(wordsOf({ code: 'TOO_MANY_ROWS' }).todo).toContain(`${limits.imports.rows} 行`)
  expect(wordsOf({ code: 'STOCK_OUT_OF_RANGE' }).todo).toContain(`${limits.item.maxStock}`)
})
