import type { Handler } from '../kit/handler'
import { allHoldings } from './holdings'

/** Rows that are removed at once, and milliseconds after which a run stops: the next one goes on. */
const [batch, budgetMs] = [200, 20_000]

/** Removes what has been kept long enough. One round trip for each collection with days of its own, two for a batch. */
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
  return { removed, more }
}
