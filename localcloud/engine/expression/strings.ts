import { invalid } from '../values/check'
import { compareStrings, type MaybeValue } from '../values/compare'
import type { Operator } from './expression'
import { isNothing, ofOne, ofSome, operandsOf, textOf, unlessNothing } from './operands'

/** Operators of whole texts. */
export const strings: Record<string, Operator> = {
  $concat: (operand, compile) => {
    const operands = operandsOf('$concat', operand, compile, 0, Infinity)
    return (scope) => {
      const values = operands.map((one) => one(scope))
      return values.some(isNothing) ? null : values.map((value) => textOf('$concat', value)).join('')
    }
  },
  $split: ofSome(
    '$split',
    2,
    2,
    unlessNothing((text, separator) => {
      if (separator === '') throw invalid('$split needs a separator')
      return textOf('$split', text).split(textOf('$split', separator))
    }),
  ),
  $strLenBytes: ofOne('$strLenBytes', (text) => Buffer.byteLength(textOf('$strLenBytes', text))),
  $strLenCP: ofOne('$strLenCP', (text) => [...textOf('$strLenCP', text)].length),
  $strcasecmp: ofSome('$strcasecmp', 2, 2, (a, b) =>
    Math.sign(compareStrings(upper(plainText('$strcasecmp', a)), upper(plainText('$strcasecmp', b)))),
  ),
  $toLower: ofOne('$toLower', (value) =>
    plainText('$toLower', value).replace(/[A-Z]/g, (one) => one.toLowerCase()),
  ),
  $toUpper: ofOne('$toUpper', (value) => upper(plainText('$toUpper', value))),
}

/** What some operators make a text of: nothing is empty, numbers and dates are written out. */
export function plainText(name: string, value: MaybeValue): string {
  if (isNothing(value)) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'number' ? String(value) : textOf(name, value)
}

/** MongoDB changes only the letters of ASCII. */
function upper(text: string): string {
  return text.replace(/[a-z]/g, (one) => one.toUpperCase())
}
