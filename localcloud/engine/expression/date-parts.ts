import { invalid } from '../values/check'
import { isoWeekStart } from './calendar'
import { compileZone, instantOf } from './date-zone'
import type { Operator } from './expression'
import { isNothing, namedOperands, wholeOf } from './operands'

const CALENDAR = ['year', 'month', 'day'] as const
const ISO = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const
const CLOCK = ['hour', 'minute', 'second', 'millisecond'] as const

/** Fields beyond their span carry over, as month 13 into the next year. */
export const dateParts: Record<string, Operator> = {
  $dateFromParts: (operand, compile) => {
    const all = [...CALENDAR, ...ISO, ...CLOCK, 'timezone'] as const
    const parts = namedOperands('$dateFromParts', operand, [], all)
    const days = whichDays(parts)
    const names = [...days, ...CLOCK].filter((name) => parts[name] !== undefined)
    const compiled = names.map((name) => [name, compile(parts[name])] as const)
    const zone = compileZone('$dateFromParts', parts.timezone, compile)
    return (scope) => {
      const values = compiled.map(([name, expression]) => [name, expression(scope)] as const)
      const at = zone(scope)
      if (at === null || values.some(([, value]) => isNothing(value))) return null
      const numbers = Object.fromEntries(
        values.map(([name, value]) => [name, wholeOf('$dateFromParts', value)]),
      )
      return new Date(instantOf(wallOf(numbers), at))
    }
  },
}

/** Either years, months and days, or ISO weeks; the year is needed. */
function whichDays(parts: Record<string, unknown>): readonly (typeof CALENDAR | typeof ISO)[number][] {
  const iso = ISO.some((name) => parts[name] !== undefined)
  if (iso && CALENDAR.some((name) => parts[name] !== undefined)) {
    throw invalid('$dateFromParts takes a year or an ISO year, not both')
  }
  const days = iso ? ISO : CALENDAR
  if (parts[days[0]] === undefined) throw invalid(`$dateFromParts needs "${days[0]}"`)
  return days
}

function wallOf(parts: Record<string, number>): number {
  const { hour = 0, minute = 0, second = 0, millisecond = 0 } = parts
  const clock = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
  if (parts.isoWeekYear !== undefined) {
    const { isoWeekYear, isoWeek = 1, isoDayOfWeek = 1 } = parts
    return isoWeekStart(isoWeekYear, isoWeek) + (isoDayOfWeek - 1) * 86_400_000 + clock
  }
  const { year = 1970, month = 1, day = 1 } = parts
  if (year < 1 || year > 9999) throw invalid('$dateFromParts needs a year from 1 to 9999')
  return civil(year, month, day) + clock
}

/** Midnight of a day, in ms. `Date.UTC` would take years below 100 as of the last century. */
function civil(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime()
}
