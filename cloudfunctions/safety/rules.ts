import { limits } from '../contract/limits'
import type { Verdict } from '../kit/safety'
import { addMinutes } from '../kit/time'
import type { Check, Row } from './store'

const { safety: max } = limits

/** Minutes until WeChat is asked again, by how often it was asked in vain: some three hours in all. */
const pauses = [1, 2, 5, 10, 20, 30, 30, 30, 30]

/** What a verdict means for something that is held; null when it says nothing. */
export const eventOf = (verdict: Verdict): Row['event'] | null =>
  ({ pass: 'pass', risky: 'refuse', review: 'doubt', down: null } as const)[verdict]

/** The strictest of several verdicts; that nothing was said weighs more than that a person should look. */
export const strictest = (verdicts: readonly Verdict[]): Verdict =>
  (['risky', 'down', 'review'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'pass'

/** What changes when WeChat said nothing; null when it is not asked again. */
export function askAgain({ tries }: Pick<Check, 'tries'>, now: Date): Partial<Check> | null {
  const next = tries + 1
  if (next >= max.tries) return null
  const nextAt = addMinutes(now, pauses[tries] ?? 30).toISOString()
  return { tries: next, nextAt, traceId: null }
}

/** What changes when WeChat took a photo to look at. */
export const awaiting = ({ tries }: Pick<Check, 'tries'>, traceId: string, now: Date): Partial<Check> => ({
  traceId,
  tries: Math.min(max.tries, tries + 1),
  nextAt: addMinutes(now, max.photoMinutes).toISOString(),
})

/** Whether nothing more can be decided. */
export const isDecided = ({ state }: Pick<Check, 'state'>): boolean =>
  state === 'passed' || state === 'refused'

/** Why something was refused; empty where it was not. */
export const reasonOf = ({ state, timeline }: Pick<Check, 'state' | 'timeline'>): string =>
  state === 'refused' ? (timeline.at(-1)?.reason ?? '') : ''
