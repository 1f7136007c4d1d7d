const DAY_MS = 86_400_000

const dayOfYear = (date: Date): number =>
  Math.floor((+date - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY_MS) + 1
const isoDayOfWeek = (date: Date): number => date.getUTCDay() || 7

/** All of these read the UTC fields of a date. Days of the week: 1 Sunday to 7 Saturday; ISO: 1 Monday to 7 Sunday. */
export const fields = {
  year: (date: Date) => date.getUTCFullYear(),
  month: (date: Date) => date.getUTCMonth() + 1,
  dayOfMonth: (date: Date) => date.getUTCDate(),
  dayOfYear,
  dayOfWeek: (date: Date) => date.getUTCDay() + 1,
  isoDayOfWeek,
  hour: (date: Date) => date.getUTCHours(),
  minute: (date: Date) => date.getUTCMinutes(),
  second: (date: Date) => date.getUTCSeconds(),
  millisecond: (date: Date) => date.getUTCMilliseconds(),
  /** Weeks begin on Sunday; the days before the first Sunday are week 0. */
  week: (date: Date) => Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7),
  isoWeek: (date: Date) => Math.floor((dayOfYear(thursdayOf(date)) - 1) / 7) + 1,
  isoWeekYear: (date: Date) => thursdayOf(date).getUTCFullYear(),
} satisfies Record<string, (date: Date) => number>

/** Midnight of the Monday of an ISO week, in ms. */
export function isoWeekStart(isoWeekYear: number, isoWeek: number): number {
  const fourth = new Date(Date.UTC(isoWeekYear, 0, 4))
  return +fourth - (isoDayOfWeek(fourth) - 1) * DAY_MS + (isoWeek - 1) * 7 * DAY_MS
}

/** An ISO week belongs to the year of its Thursday. */
function thursdayOf(date: Date): Date {
  return new Date(+date + (4 - isoDayOfWeek(date)) * DAY_MS)
}
