/** Days and hours as people here say them. China has one zone without summer time. */
const chinaOffsetMs = 8 * 3_600_000
const dayMs = 86_400_000

interface Parts {
  year: number
  month: number
  day: number
  clock: string
  /** Days since 1970 in China. */
  dayNumber: number
}

/** 今天 10:24 · 昨天 16:02 · 12 月 20 日 09:05 · 2027 年 1 月 3 日 09:05 */
export const sayMoment = (instant: string, now: string | number = Date.now()): string => {
  const parts = partsOf(instant)
  return `${sayDate(parts, partsOf(now))} ${parts.clock}`
}

/** 今天 · 明天 · 12 月 20 日 · 2027 年 1 月 3 日. @param day an instant, or `YYYY-MM-DD` in China */
export const sayDay = (day: string, now: string | number = Date.now()): string =>
  sayDate(partsOf(day.length === 10 ? `${day}T00:00:00+08:00` : day), partsOf(now))

/** 14:30 */
export const sayClock = (instant: string): string => partsOf(instant).clock

/** 周四 */
export const sayWeekday = (instant: string): string =>
  `周${'四五六日一二三'.charAt(partsOf(instant).dayNumber % 7)}`

/** 12 月 3 日 周四 19:00–20:30 */
export const sayWhen = (
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  now: string | number = Date.now(),
): string => `${sayDay(startsAt, now)} ${sayWeekday(startsAt)} ${sayClock(startsAt)}–${sayClock(endsAt)}`

/** 2026-12-31, for lists of dates. */
export const plainDay = (instant: string): string => {
  const { year, month, day } = partsOf(instant)
  return `${year}-${two(month)}-${two(day)}`
}

/** ＋20 or −120: what came and what went. The minus is the real one, as wide as the plus. */
export const signed = (amount: number): string => (amount < 0 ? `−${-amount}` : `＋${amount}`)

/** 120 分 */
export const sayPoints = (points: number): string => `${points < 0 ? `−${-points}` : points} 分`

/** 4827 1936: digits as they are read out. */
export const groupDigits = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ')

/** Every quarter, month or once for all. */
export const sayLimit = (count: number, period: 'month' | 'quarter' | 'always'): string =>
  `${{ month: '每人每月限', quarter: '每人每季限', always: '每人限' }[period]} ${count} 份`

/** The rest of a time in words. @param ms milliseconds that are left */
export const sayLeft = (ms: number): string => {
  const minutes = Math.max(0, Math.ceil(ms / 60_000))
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`
}

const sayDate = (then: Parts, today: Parts): string => {
  const distance = then.dayNumber - today.dayNumber
  const near: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天' }
  const said = near[distance]
  if (said) return said
  const monthDay = `${then.month} 月 ${then.day} 日`
  return then.year === today.year ? monthDay : `${then.year} 年 ${monthDay}`
}

const partsOf = (instant: string | number): Parts => {
  const local = new Date(new Date(instant).getTime() + chinaOffsetMs)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    clock: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
    dayNumber: Math.floor(local.getTime() / dayMs),
  }
}

const two = (value: number) => String(value).padStart(2, '0')
