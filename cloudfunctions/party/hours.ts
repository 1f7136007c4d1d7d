import { limits } from '../contract/limits'
import { chinaDay } from '../kit/time'

/** How service becomes points, as it is from a day on. */
export interface HoursRule {
  /** Number in the catalogue of points rules. */
  id: string
  version: number
  /** First day in China on which activities go by it, `YYYY-MM-DD`. */
  from: string
  minutesPerPoint: number
  /** Less than that does not count; so much counts where somebody forgot to check out. */
  leastMinutes: number
  /** More than that gives no more points. */
  mostMinutes: number
  /** What people are told. */
  words: string
}

/** All versions, the earliest first. A new one is added with its day, never put in place of another. */
export const hoursRules: readonly [HoursRule, ...HoursRule[]] = [
  {
    id: '2.1',
    version: 1,
    from: '2026-01-01',
    minutesPerPoint: 30,
    leastMinutes: 30,
    mostMinutes: 240,
    words: '每满半小时 1 分，一场最多 8 分；不满半小时不计',
  },
]

/** The rule by which an activity goes: that of the day on which it begins. */
export function ruleFor(
  startsAt: string,
  rules: readonly [HoursRule, ...HoursRule[]] = hoursRules,
): HoursRule {
  const day = chinaDay(new Date(startsAt))
  return rules.filter(({ from }) => from <= day).at(-1) ?? rules[0]
}

/** What a version was, for a participation that was settled by it. */
export const ruleWords = ({ id, version }: { id: string; version: number }): string =>
  hoursRules.find((rule) => rule.id === id && rule.version === version)?.words ?? ''

/** Points for so many minutes. */
export const pointsFor = (minutes: number, rule: HoursRule): number =>
  minutes < rule.leastMinutes ? 0 : Math.floor(Math.min(minutes, rule.mostMinutes) / rule.minutesPerPoint)

/**
 * Whole minutes of an activity that somebody was there for: who comes early or goes late is not there for it longer
 * than it lasts. Less than the rule's least is none.
 */
export function minutesBetween(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  { checkedInAt, checkedOutAt }: { checkedInAt: string; checkedOutAt: string },
  rule: HoursRule,
): number {
  const from = Math.max(Date.parse(startsAt), Date.parse(checkedInAt))
  const until = Math.min(Date.parse(endsAt), Date.parse(checkedOutAt))
  const minutes = Math.floor((until - from) / 60_000)
  return minutes < rule.leastMinutes ? 0 : Math.min(minutes, limits.party.maxMinutes)
}

/** 90 → 1.5 小时, 40 → 40 分钟: as the statement says it. */
export const sayMinutes = (minutes: number): string =>
  minutes >= 60 && minutes % 30 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`
