import { invalid } from '../values/check'
import { fields, isoWeekStart } from './calendar'
import { compileZone, dateOf, instantOf, offsetMinutes, wallClock } from './date-zone'
import type { Operator } from './expression'
import { isNothing, namedOperands, textOf } from './operands'

const DEFAULT_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ'

/** Dates to texts and back. */
export const dateText: Record<string, Operator> = {
  $dateToString: (operand, compile) => {
    const parts = namedOperands('$dateToString', operand, ['date'], ['format', 'timezone', 'onNull'])
    const [date, format] = [compile(parts.date), compile(parts.format ?? DEFAULT_FORMAT)]
    const zone = compileZone('$dateToString', parts.timezone, compile)
    const onNull = compile(parts.onNull ?? null)
    return (scope) => {
      const [value, pattern, at] = [date(scope), format(scope), zone(scope)]
      if (isNothing(value)) return onNull(scope)
      if (at === null || isNothing(pattern)) return null
      return write(textOf('$dateToString', pattern), dateOf('$dateToString', value), at)
    }
  },
  $dateFromString: (operand, compile) => {
    const optional = ['format', 'timezone', 'onNull', 'onError'] as const
    const parts = namedOperands('$dateFromString', operand, ['dateString'], optional)
    const [text, format] = [compile(parts.dateString), compile(parts.format ?? null)]
    const zone = compileZone('$dateFromString', parts.timezone, compile)
    const onNull = compile(parts.onNull ?? null)
    const onError = parts.onError === undefined ? undefined : compile(parts.onError)
    return (scope) => {
      const [value, pattern, at] = [text(scope), format(scope), zone(scope)]
      if (isNothing(value)) return onNull(scope)
      if (at === null) return null
      const instant =
        typeof value === 'string' ? read(value, isNothing(pattern) ? null : String(pattern), at) : NaN
      if (!Number.isNaN(instant)) return new Date(instant)
      if (!onError) throw invalid(`$dateFromString cannot read ${JSON.stringify(value)}`)
      return onError(scope)
    }
  },
}

type Writer = (wall: Date, offset: number) => string

const padded =
  (read: (date: Date) => number, width: number): Writer =>
  (wall) =>
    String(read(wall)).padStart(width, '0')

const WRITERS: Record<string, Writer> = {
  Y: padded(fields.year, 4),
  m: padded(fields.month, 2),
  d: padded(fields.dayOfMonth, 2),
  H: padded(fields.hour, 2),
  M: padded(fields.minute, 2),
  S: padded(fields.second, 2),
  L: padded(fields.millisecond, 3),
  j: padded(fields.dayOfYear, 3),
  w: padded(fields.dayOfWeek, 1),
  u: padded(fields.isoDayOfWeek, 1),
  U: padded(fields.week, 2),
  V: padded(fields.isoWeek, 2),
  G: padded(fields.isoWeekYear, 4),
  z: (_, offset) => `${sign(offset)}${two(Math.floor(Math.abs(offset) / 60))}${two(Math.abs(offset) % 60)}`,
  Z: (_, offset) => String(offset),
  '%': () => '%',
}

function write(format: string, date: Date, zone: string): string {
  const [wall, offset] = [wallClock(date, zone), offsetMinutes(zone, date.getTime())]
  return format.replace(/%(.?)/gs, (_, letter: string) => {
    const writer = Object.hasOwn(WRITERS, letter) ? WRITERS[letter] : undefined
    if (!writer) throw invalid(`$dateToString does not know %${letter}`)
    return writer(wall, offset)
  })
}

/** ISO 8601 with or without a time and an offset; without an offset the time zone's. */
const ISO_TEXT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/

/** @returns NaN for what cannot be read */
function read(text: string, format: string | null, zone: string): number {
  const found = format === null ? fromIso(text) : fromFormat(text, format)
  if (!found) return NaN
  const { Y, m = '1', d = '1', H = '0', M = '0', S = '0', L = '0', G, V = '1', u = '1', z } = found
  const numbers = [Number(Y), Number(m) - 1, Number(d), Number(H), Number(M), Number(S), Number(L)] as const
  if (G === undefined && !isOnCalendar(...numbers)) return NaN
  const [year, month, day, ...clock] = numbers
  const days =
    G === undefined
      ? Date.UTC(year, month, day)
      : isoWeekStart(Number(G), Number(V)) + (Number(u) - 1) * 86_400_000
  const wall = days + Date.UTC(1970, 0, 1, ...clock)
  if (z === undefined) return instantOf(wall, zone)
  return instantOf(wall, z === 'Z' ? 'UTC' : z)
}

type Found = Partial<Record<string, string>>

function fromIso(text: string): Found | undefined {
  const match = ISO_TEXT.exec(text)
  if (!match) return undefined
  const [, Y, m, d, H, M, S, fraction, z] = match
  return { Y, m, d, H, M, S, L: fraction?.padEnd(3, '0'), z }
}

const WIDTHS: Record<string, string> = {
  Y: '\\d{4}',
  G: '\\d{4}',
  L: '\\d{3}',
  u: '\\d',
  z: 'Z|[+-]\\d{2}:?\\d{2}',
}

function fromFormat(text: string, format: string): Found | undefined {
  const source = format.replace(/%(.?)|[.*+?^${}()|[\]\\]/gs, (part, letter: string | undefined) => {
    if (letter === undefined) return `\\${part}`
    if (letter === '%') return '%'
    if (!'YmdHMSLGVuz'.includes(letter) || letter === '')
      throw invalid(`$dateFromString does not know %${letter}`)
    return `(?<${letter}>${WIDTHS[letter] ?? '\\d{1,2}'})`
  })
  return new RegExp(`^${source}$`).exec(text)?.groups
}

function isOnCalendar(...[year, month, day, hour, minute, second]: readonly number[]): boolean {
  const date = new Date(Date.UTC(year ?? NaN, month, day))
  return (
    date.getUTCMonth() === month && date.getUTCDate() === day && hour! < 24 && minute! < 60 && second! < 60
  )
}

const sign = (offset: number): string => (offset < 0 ? '-' : '+')
const two = (value: number): string => String(value).padStart(2, '0')
