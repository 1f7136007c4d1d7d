import { plainDay } from '@/services/format'

/** Months that can be looked at before and after the present one. */
const reach = 12

/** The present month in China, `YYYY-MM`. */
export const presentMonth = (now = Date.now()): string => plainDay(new Date(now).toISOString()).slice(0, 7)

/** The month so many months later. */
export const shiftedMonth = (month: string, by: number): string => monthOf(numberOf(month) + by)

/** Whether a month is near enough to be looked at. */
export const isInReach = (month: string, now = Date.now()): boolean =>
  Math.abs(numberOf(month) - numberOf(presentMonth(now))) <= reach

/** 12 月 · 2027 年 1 月 */
export const sayMonth = (month: string, now = Date.now()): string => {
  const [year, number] = month.split('-')
  const said = `${Number(number)} 月`
  return year === presentMonth(now).slice(0, 4) ? said : `${year} 年 ${said}`
}

/** Whether a day in China, `YYYY-MM-DD`, is over. */
export const isPastDay = (day: string, now = Date.now()): boolean =>
  day < plainDay(new Date(now).toISOString())

/** Months since the year 0. */
const numberOf = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return year * 12 + number - 1
}

const monthOf = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
