import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** China has had one offset and no summer time since 1991; a fixed offset needs no zone data. */
const chinaOffsetMinutes = 8 * 60

/** The calendar day in China at an instant, `YYYY-MM-DD`. Reckoned here: the proof of a ledger asks it of each entry. */
export const chinaDay = (instant: Date): string =>
  addMinutes(instant, chinaOffsetMinutes).toISOString().slice(0, 10)

/** A minute in China as WeChat's messages take it, `2026-11-24 14:30`. */
export const chinaMinute = (instant: Date): string => inChina(instant).format('YYYY-MM-DD HH:mm')

/** An instant in China as people say it: 11 月 25 日 19:00. */
export const chinaMoment = (instant: Date): string => inChina(instant).format('M 月 D 日 HH:mm')

/** From when to when, on one day or over several: 11 月 25 日 19:00–21:00. */
export function chinaSpan({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const [from, until] = [chinaMoment(new Date(startsAt)), chinaMoment(new Date(endsAt))]
  const [day, time] = [until.slice(0, -5), until.slice(-5)]
  return `${from}–${from.startsWith(day) ? time : until}`
}

/** The first instant of the day in China that an instant belongs to. */
export const startOfChinaDay = (instant: Date): Date => inChina(instant).startOf('day').toDate()

/** The month or quarter in China that an instant belongs to: `2026-11`, `2026-Q4`. */
export function chinaPeriod(period: 'month' | 'quarter', instant: Date): string {
  const local = inChina(instant)
  return period === 'month'
    ? local.format('YYYY-MM')
    : `${local.year()}-Q${Math.floor(local.month() / 3) + 1}`
}

/** The last millisecond of the day in China that lies `days` after an instant's own day. */
export const endOfChinaDay = (instant: Date, days: number): Date =>
  inChina(instant).add(days, 'day').endOf('day').toDate()

/** The last day of the year in China that lies `years` after an instant's own year, `YYYY-12-31`. */
export const endOfChinaYear = (instant: Date, years: number): string =>
  `${inChina(instant).year() + years}-12-31`

export const addMinutes = (instant: Date, minutes: number): Date =>
  new Date(instant.getTime() + minutes * 60_000)

const inChina = (instant: Date) => dayjs(instant).utcOffset(chinaOffsetMinutes)
