import { invalid } from '../values/check'
import type { MaybeValue } from '../values/compare'
import type { Compile, Expression, Scope } from './expression'
import { isNothing } from './operands'

const MINUTE_MS = 60_000

/**
 * Minutes that a zone is ahead of UTC at an instant. A zone is `+08`, `+0800`, `+08:00`, or a name such as
 * `Asia/Shanghai`.
 */
export function offsetMinutes(zone: string, instant: number): number {
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0))
  if (['UTC', 'GMT', 'Z'].includes(zone)) return 0
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>
  const { year, month, day, hour, minute, second } = parts
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  return Math.round((local - Math.floor(instant / 1000) * 1000) / MINUTE_MS)
}

/** The date whose UTC fields are the wall clock of the zone. */
export function wallClock(date: Date, zone: string): Date {
  return new Date(date.getTime() + offsetMinutes(zone, date.getTime()) * MINUTE_MS)
}

/** The instant at which the zone's clock shows the UTC fields of `wall` (ms). */
export function instantOf(wall: number, zone: string): number {
  const guess = wall - offsetMinutes(zone, wall) * MINUTE_MS
  return wall - offsetMinutes(zone, guess) * MINUTE_MS
}

/** Compiles an optional time zone; null when it is nothing. */
export function compileZone(name: string, zone: unknown, compile: Compile): (scope: Scope) => string | null {
  if (zone === undefined) return () => 'UTC'
  const expression: Expression = compile(zone)
  return (scope) => {
    const value = expression(scope)
    if (isNothing(value)) return null
    if (typeof value !== 'string') throw invalid(`${name} needs a time zone as a text`)
    return value
  }
}

export function dateOf(name: string, value: MaybeValue): Date {
  if (!(value instanceof Date)) throw invalid(`${name} needs a date`)
  return value
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
    return format
  } catch {
    throw invalid(`the time zone ${JSON.stringify(zone.slice(0, 40))} is not known`)
  }
}
