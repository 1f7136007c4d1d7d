import { limits } from '../contract/limits'
import { open } from './keys'
import { sdk } from './sdk'
import { purpose } from './wechat'

/** What WeChat says of a text or a photo; `down`: nothing, or not in time. */
export type Verdict = 'pass' | 'review' | 'risky' | 'down'

/** Who wrote it, as `wechat.sealCaller` sealed them: WeChat judges with the person in view. */
export interface Writer {
  sealed: string
  memberId: string
}

/** What the product asks of WeChat about what others will see. It never throws. */
export interface ContentSafety {
  /** At most `limits.safety.textMs`. */
  checkText(text: string, by: Writer): Promise<Verdict>
  /** Asks for a photo to be looked at. @returns by what the answer will name it; null when WeChat took nothing */
  askAboutPhoto(url: string, by: Writer): Promise<string | null>
}

/** WeChat's second version of both interfaces; 3 is the scene of what is said in public. */
const asked = { version: 2, scene: 3 } as const

/** Of `mediaCheckAsync`: a picture. */
const picture = 2

export const contentSafety = (): ContentSafety => ({
  checkText: async (content, by) => {
    const reply = await answerOf('security.msgSecCheck', by, { content })
    const { suggest } = (reply.result ?? {}) as { suggest?: unknown }
    return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : 'down'
  },
  askAboutPhoto: async (mediaUrl, by) => {
    const reply = await answerOf('security.mediaCheckAsync', by, { mediaUrl, mediaType: picture })
    const traceId = reply.trace_id ?? reply.traceId
    return typeof traceId === 'string' && traceId !== '' ? traceId : null
  },
})

/**
 * WeChat's answer; empty when there is none in time, or it says that nothing was looked at, e.g. 61010 for somebody
 * who was not in the mini program for two hours.
 */
async function answerOf(apiName: string, by: Writer, data: object): Promise<Record<string, unknown>> {
  const openid = open(purpose, by.sealed, by.memberId)
  if (!openid) return {}
  try {
    const call = sdk().callWxOpenApi({ apiName, requestData: { ...asked, openid, ...data } })
    const reply = (await inTime(call)) as { result?: unknown } | null
    const result = (typeof reply?.result === 'object' ? (reply.result ?? {}) : {}) as Record<string, unknown>
    // Zero alone is no pass: what it says of the text stands in `result.suggest`.
    return (result.errcode ?? result.errCode) === 0 ? result : {}
  } catch {
    return {}
  }
}

async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limits.safety.textMs)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
