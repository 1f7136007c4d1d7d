import { plainDay } from './format'

/** Days and months as forms and lists choose them: `YYYY-MM-DD` and `YYYY-MM`, in China. */
const dayMs = 86_400_000

/** @param time `HH:MM` */
export const instantOf = (day: string, time: string): string =>
  new Date(`${day}T${time}:00+08:00`).toISOString()

/** The next day of this number: of this month, or of the next once it has come. */
export const nextOfMonth = (dayOfMonth: number, now: number): string => {
  const [year = 0, month = 0, day = 0] = partsOf(now)
  const ahead = day < dayOfMonth ? 0 : 1
  return new Date(Date.UTC(year, month - 1 + ahead, dayOfMonth)).toISOString().slice(0, 10)
}

/** The day in China so many days after an instant. @param now milliseconds */
export const dayAfter = (now: number, days: number): string =>
  plainDay(new Date(now + days * dayMs).toISOString())

export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - dayMs).toISOString().slice(0, 10)

const partsOf = (now: number): number[] => plainDay(new Date(now).toISOString()).split('-').map(Number)
