import { endOfChinaYear } from '../cloudfunctions/kit/time'
import type { Draft } from '../cloudfunctions/points/journal'

/** Points for a service. */
export interface Grant {
  /** Unique among all grants of the demo. */
  key: string
  points: number
  /** What they are for, as the statement says it. */
  title: string
  /** Number of the rule in the catalogue, e.g. `3.2`. */
  rule: string | null
  /** 0: they expire at the end of the year in which they are granted; 1: a year later. */
  yearsValid: number
}

/** The entry of a grant, as `points/post.ts` takes it. */
export const grantDraft = (grant: Grant, actor: string, at: Date): Draft => ({
  key: `grant:demo:${grant.key}`,
  amount: grant.points,
  lots: [{ expiresOn: endOfChinaYear(at, grant.yearsValid), points: grant.points }],
  system: 'issuance',
  reason: { kind: 'grant', title: grant.title, rule: grant.rule, ruleVersion: grant.rule ? 1 : null },
  redemptionId: null,
  reverses: null,
  actor,
  at: at.toISOString(),
})
