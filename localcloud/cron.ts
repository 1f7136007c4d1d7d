/**
 * CloudBase's cron: second, minute, hour, day, month, weekday (0 or 7 = Sunday), year, in UTC+8.
 * Each field is `*`, a number, a range `a-b`, a step `x/n`, or a list of those. As in SCF, when both day and
 * weekday are restricted, either is enough.
 * Source: Tencent Cloud SCF, timer trigger, "Cron expression".
 */
export interface Cron {
  /** @returns the first moment after `after` (milliseconds since the epoch), or null within five years */
  next: (after: number) => number | null
}

const OFFSET_MS = 8 * 3600_000
const DAY_MS = 24 * 3600_000
const HORIZON_DAYS = 5 * 366

const FIELDS = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12 },
  { name: 'weekday', min: 0, max: 7 },
  { name: 'year', min: 1970, max: 2099 },
] as const

type FieldName = (typeof FIELDS)[number]['name']
type Fields = Record<FieldName, Set<number>> & { anyDay: boolean; anyWeekday: boolean }

/** @throws Error that names the field which cannot be read */
export function parseCron(expression: string): Cron {
  const fields = parseFields(expression)
  return { next: (after) => nextAfter(fields, after) }
}

function parseFields(expression: string): Fields {
  const parts = expression.trim().split(/\s+/)
  if (parts.length !== FIELDS.length) throw new Error(`cron "${expression}": seven fields are needed`)
  const sets = FIELDS.map(({ name, min, max }, index) => {
    const values = (parts[index] ?? '').split(',').flatMap((part) => valuesOf(part, min, max))
    if (values.includes(NaN)) throw new Error(`cron "${expression}": the ${name} cannot be read`)
    return [name, new Set(name === 'weekday' ? values.map((day) => day % 7) : values)] as const
  })
  const byName = Object.fromEntries(sets) as Record<FieldName, Set<number>>
  return { ...byName, anyDay: byName.day.size === 31, anyWeekday: byName.weekday.size === 7 }
}

/** A list that holds NaN when the part makes no sense. */
function valuesOf(part: string, min: number, max: number): number[] {
  const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
  if (!match) return [NaN]
  const [, low, high, stepText] = match
  const from = low === undefined ? min : Number(low)
  const step = stepText === undefined ? 1 : Number(stepText)
  const open = low === undefined || (stepText !== undefined && high === undefined)
  const to = high === undefined ? (open ? max : from) : Number(high)
  if (from < min || to > max || from > to || step < 1) return [NaN]
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}

function nextAfter(fields: Fields, after: number): number | null {
  // In this shifted time the UTC fields of a date read as those of UTC+8.
  const start = Math.floor((after + OFFSET_MS) / 1000) * 1000 + 1000
  const firstDay = Math.floor(start / DAY_MS) * DAY_MS
  for (let offset = 0; offset < HORIZON_DAYS; offset++) {
    const day = firstDay + offset * DAY_MS
    if (!dayMatches(fields, new Date(day))) continue
    const time = timeWithin(fields, Math.max(start - day, 0))
    if (time !== null) return day + time - OFFSET_MS
  }
  return null
}

function dayMatches(fields: Fields, date: Date): boolean {
  if (!fields.year.has(date.getUTCFullYear()) || !fields.month.has(date.getUTCMonth() + 1)) return false
  const day = fields.day.has(date.getUTCDate())
  const weekday = fields.weekday.has(date.getUTCDay())
  return fields.anyDay || fields.anyWeekday ? day && weekday : day || weekday
}

/** The first matching time of day at or after `from`, in milliseconds. */
function timeWithin(fields: Fields, from: number): number | null {
  const fromSecond = from / 1000
  for (const hour of ascending(fields.hour)) {
    if (hour * 3600 + 3599 < fromSecond) continue
    for (const minute of ascending(fields.minute)) {
      const minuteStart = hour * 3600 + minute * 60
      if (minuteStart + 59 < fromSecond) continue
      for (const second of ascending(fields.second)) {
        if (minuteStart + second >= fromSecond) return (minuteStart + second) * 1000
      }
    }
  }
  return null
}

function ascending(values: Set<number>): number[] {
  return [...values].sort((a, b) => a - b)
}
