import { isPlainObject } from '../values/compare'
import { fields } from './calendar'
import { compileZone, dateOf, wallClock } from './date-zone'
import type { Operator } from './expression'
import { isNothing, namedOperands } from './operands'

/** `$year`, `$month`, …: one field of a date, in UTC or in the time zone asked for. */
export const dates: Record<string, Operator> = Object.fromEntries(
  Object.entries(fields).map(([field, read]) => [`$${field}`, ofDate(`$${field}`, read)]),
)

/** The operand is a date, `[date]`, or `{date, timezone}`. */
function ofDate(name: string, read: (date: Date) => number): Operator {
  return (operand, compile) => {
    const [only] = Array.isArray(operand) && operand.length === 1 ? (operand as unknown[]) : [operand]
    const named = isPlainObject(only) && 'date' in only
    const parts = named ? namedOperands(name, only, ['date'], ['timezone']) : { date: only }
    const date = compile(parts.date)
    const zone = compileZone(name, parts.timezone, compile)
    return (scope) => {
      const [value, at] = [date(scope), zone(scope)]
      return isNothing(value) || at === null ? null : read(wallClock(dateOf(name, value), at))
    }
  }
}
