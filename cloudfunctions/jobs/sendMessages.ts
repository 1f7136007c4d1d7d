import type { Handler } from '../kit/handler'
import { sendOut } from '../inbox/sendOut'

/** Messages of one run, once a minute: a meeting called off for 500 people takes ten minutes to tell. */
const most = 50

/** Work of one call, in ms: well inside the function's 60 s, with the longest that WeChat may take to answer. */
const budgetMs = 35_000

/** Sends what waits for WeChat. Two runs at once send each message once. */
export const sendMessages: Handler<'jobs.sendMessages'> = async (_input, { db, now, wechat, elapsedMs }) => {
  const { fates, more } = await sendOut({ db, wechat, now, most, mayGoOn: () => elapsedMs() < budgetMs })
  const count = (fate: (typeof fates)[number]) => fates.filter((one) => one === fate).length
  return { sent: count('sent'), notSent: count('notSent'), again: count('again'), more }
}
