import type { Handler } from '../kit/handler'
import { sweepRows } from '../imports/post'
import { allHoldings } from './holdings'

/** Rows that are removed at once, and milliseconds after which a run stops: the next one goes on. */
const [batch, budgetMs] = [200, 20_000]

/** Imports whose rows are removed in one run. */
const lists = 50

/**
 * Removes what has been kept long enough. One round trip for each collection with days of its own, two for a batch; and
 * those of the imports (imports/post.ts).
 */
export const removeOutdated: Handler<'jobs.removeOutdated'> = async (_input, { db, now, elapsedMs }) => {
  let [removed, more] = [0, false]
  for (const held of allHoldings.filter(({ outdated }) => outdated.days !== null)) {
    let some: number
    do {
      some = await held.removeOutdated(db, now, batch)
      removed += some
    } while (some === batch && elapsedMs() < budgetMs)
    more ||= some === batch
  }
  const swept = await sweepRows(db, now, lists)
  return { removed: removed + swept, more: more || swept === lists }
}
