import { invalid } from '../values/check'
import type { MaybeValue } from '../values/compare'
import type { Operator } from './expression'
import { isNothing, ofSome, textOf, wholeOf } from './operands'
import { plainText } from './strings'

/** Operators of parts of texts, by bytes of UTF-8 or by code points. */
export const substrings: Record<string, Operator> = {
  $indexOfBytes: ofSome('$indexOfBytes', 2, 4, (text, part, start, end) =>
    indexOf('$indexOfBytes', byteUnits, text, part, start, end),
  ),
  $indexOfCP: ofSome('$indexOfCP', 2, 4, (text, part, start, end) =>
    indexOf('$indexOfCP', pointUnits, text, part, start, end),
  ),
  $substr: ofSome('$substr', 3, 3, (text, start, length) => substrBytes('$substr', text, start, length)),
  $substrBytes: ofSome('$substrBytes', 3, 3, (text, start, length) =>
    substrBytes('$substrBytes', text, start, length),
  ),
  $substrCP: ofSome('$substrCP', 3, 3, (text, start, length) => {
    const [from, count] = [placeOf('$substrCP', start), placeOf('$substrCP', length)]
    return [...plainText('$substrCP', text)].slice(from, from + count).join('')
  }),
}

/** A text as its units, each a text of its own. */
type Units = (text: string) => string[]

const byteUnits: Units = (text) => [...Buffer.from(text).toString('latin1')]
const pointUnits: Units = (text) => [...text]

function indexOf(
  name: string,
  units: Units,
  text: MaybeValue,
  part: MaybeValue,
  start: MaybeValue = 0,
  end?: MaybeValue,
): MaybeValue {
  if (isNothing(text)) return null
  const [whole, wanted] = [units(textOf(name, text)), units(textOf(name, part))]
  const until = Math.min(end === undefined ? whole.length : placeOf(name, end), whole.length)
  for (let from = placeOf(name, start); from + wanted.length <= until; from++) {
    if (wanted.every((unit, i) => whole[from + i] === unit)) return from
  }
  return -1
}

/** A negative start gives nothing, a negative length all that follows. A character is never cut. */
function substrBytes(name: string, text: MaybeValue, start: MaybeValue, length: MaybeValue): string {
  const bytes = Buffer.from(plainText(name, text))
  const [from, count] = [wholeOf(name, start), wholeOf(name, length)]
  if (from < 0) return ''
  const end = count < 0 ? bytes.length : Math.min(from + count, bytes.length)
  if (isInside(bytes, from) || isInside(bytes, end)) throw invalid(`${name} may not cut a character`)
  return bytes.subarray(from, end).toString()
}

/** True for the second and later bytes of a character. */
function isInside(bytes: Buffer, place: number): boolean {
  return ((bytes[place] ?? 0) & 0xc0) === 0x80
}

function placeOf(name: string, value: MaybeValue): number {
  const place = wholeOf(name, value)
  if (place < 0) throw invalid(`${name} needs places of 0 or more`)
  return place
}
