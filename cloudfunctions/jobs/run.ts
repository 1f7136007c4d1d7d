import { noFigures } from '../points/figures'
import type { Difference } from '../points/proof'
import type { Figures } from '../points/store'
import type { ReconcileRun } from './store'

/** Differences that a run keeps; more of them are counted and not kept. */
const keptDifferences = 100

/** The run with the figures of one community changed. */
export function withFigures(
  run: ReconcileRun,
  communityId: string,
  change: (figures: Figures) => Figures,
): ReconcileRun {
  const others = run.communities.filter((one) => one.communityId !== communityId)
  const known = run.communities.find((one) => one.communityId === communityId)
  const { communityId: _id, ...figures } = { communityId, ...noFigures, ...known }
  return { ...run, communities: [...others, { communityId, ...change(figures) }] }
}

/** The run with what was found wrong. */
export function withDifferences(run: ReconcileRun, found: readonly Difference[]): ReconcileRun {
  let next = run
  for (const { communityId } of found) {
    next = withFigures(next, communityId, (figures) => ({ ...figures, differences: figures.differences + 1 }))
  }
  return { ...next, differences: [...run.differences, ...found].slice(0, keptDifferences) }
}
