import { photosToChecks } from '../affairs/photosToChecks'
import type { Handler } from '../kit/handler'
import { recheck } from '../safety/recheck'

/** Cases whose photos one run takes up, and things that it asks WeChat about. */
const most = { cases: 20, checks: 40 }

/** Work of one call, in ms: well inside the function's 60 s, with the longest that WeChat may take to answer. */
const budgetMs = 35_000

/** Has WeChat look at new photos, and again at what was held because it was silent. Safe to run twice. */
export const checkContent: Handler<'jobs.checkContent'> = async (_input, context) => {
  const { db, files, safety, now, elapsedMs } = context
  const opened = await photosToChecks(db, now, most.cases)
  const mayGoOn = () => elapsedMs() < budgetMs
  const looked = await recheck({ db, files, safety, now, most: most.checks, mayGoOn })
  return { opened, ...looked }
}
