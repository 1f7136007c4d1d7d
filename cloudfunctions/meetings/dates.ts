const chinaOffsetMs = 8 * 3_600_000

/** An instant in China as people say it: 11 月 25 日 19:00. */
export function chinaMoment(instant: Date): string {
  const local = new Date(instant.getTime() + chinaOffsetMs)
  const time = local.toISOString().slice(11, 16)
  return `${local.getUTCMonth() + 1} 月 ${local.getUTCDate()} 日 ${time}`
}

/** From when to when, on one day or over several: 11 月 25 日 19:00–21:00. */
export function chinaSpan({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const [from, until] = [chinaMoment(new Date(startsAt)), chinaMoment(new Date(endsAt))]
  const [day, time] = [until.slice(0, -5), until.slice(-5)]
  return `${from}–${from.startsWith(day) ? time : until}`
}

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
