import { isWorkday as isWorkdayInChina } from 'chinese-days'

/** More days in a row than any holiday has, for the longest deadline. */
const maxDays = 400

/**
 * Whether a day is a working day in China: the State Council's holidays are none, and the Saturdays and Sundays
 * that make up for them are. Monday to Friday in years whose list is not out yet.
 * @param day `YYYY-MM-DD`
 */
export const isWorkday = (day: string): boolean => isWorkdayInChina(day)

/**
 * The last day of a deadline of so many working days. The day on which it begins does not count.
 * @param day `YYYY-MM-DD`, working day or not
 * @param count working days, 1 or more
 * @throws RangeError when `count` is no such number
 */
export function addWorkdays(day: string, count: number): string {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`${count} is no number of working days`)
  let left = count
  for (let step = 1; step <= maxDays; step += 1) {
    const next = dayAfter(day, step)
    if (isWorkday(next)) left -= 1
    if (left === 0) return next
  }
  throw new RangeError(`${count} working days are too many`)
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
