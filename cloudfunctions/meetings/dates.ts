const chinaOffsetMs = 8 * 3_600_000

/**
 * The same day of the month and time of day in China some months later. A month that has no such day has the
 * meeting on its last one; the next months are reckoned from the first date all the same.
 */
export function monthsLater(instant: string, months: number): string {
  const local = new Date(Date.parse(instant) + chinaOffsetMs)
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + months, local.getUTCDate()]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const timeOfDay = local.getTime() % 86_400_000
  return new Date(Date.UTC(year, month, Math.min(day, lastDay)) + timeOfDay - chinaOffsetMs).toISOString()
}
