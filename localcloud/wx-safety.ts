import { randomBytes } from 'node:crypto'
import type { Faults } from './faults'

/** What WeChat's checks can say, and two ways to say nothing. */
export type SafetyVerdict = 'pass' | 'review' | 'risky' | 'down' | 'slow'

/** Words by which the local check judges: enough to try each way on a screen. */
const wordLists = { risky: ['刷单返利', '代开发票'], review: ['加我微信', '内部渠道'] } as const

/** How long `slow` takes, in ms: longer than anybody waits. */
const slowMs = 4_000

/** After so many ms the answer about a photo is pushed. */
const photoMs = 3_000

/** An event that WeChat would push, and when (milliseconds since the epoch). */
export interface Push {
  event: { MsgType: 'event'; Event: string; [field: string]: unknown }
  dueAt: number
}

interface Answer {
  body: unknown
  delayMs: number
}

/** Stands in for `security.msgSecCheck` and `security.mediaCheckAsync`: a word list, unless the plan of faults says. */
export class WxSafety {
  /** Answers about photos that were not pushed yet. */
  pushes: Push[] = []

  constructor(private readonly faults: Faults) {}

  /** @returns null for any other interface */
  answer(apiName: string, data: unknown, now: number): Answer | null {
    const { content = '' } = (data ?? {}) as { content?: string }
    const plan = this.faults.plan.safety ?? {}
    if (apiName === 'security.msgSecCheck') return answerAbout(plan.text ?? verdictOn(content))
    if (apiName !== 'security.mediaCheckAsync') return null
    const verdict = plan.photo ?? 'pass'
    if (verdict === 'down' || verdict === 'slow') return answerAbout(verdict)
    const traceId = randomBytes(16).toString('hex')
    this.pushes.push({ event: mediaChecked(traceId, verdict), dueAt: now + photoMs })
    return { body: { errcode: 0, errmsg: 'ok', trace_id: traceId }, delayMs: 0 }
  }

  /** Takes out what is due. */
  due(now: number): Push['event'][] {
    const due = this.pushes.filter(({ dueAt }) => dueAt <= now)
    this.pushes = this.pushes.filter(({ dueAt }) => dueAt > now)
    return due.map(({ event }) => event)
  }
}

function verdictOn(content: string): SafetyVerdict {
  const found = (['risky', 'review'] as const).find((verdict) =>
    wordLists[verdict].some((word) => content.includes(word)),
  )
  return found ?? 'pass'
}

function answerAbout(verdict: SafetyVerdict): Answer {
  if (verdict === 'down') return { body: { errcode: -1, errmsg: 'system error' }, delayMs: 0 }
  const suggest = verdict === 'slow' ? 'pass' : verdict
  const result = { suggest, label: suggest === 'pass' ? 100 : 20_001 }
  return { body: { errcode: 0, errmsg: 'ok', result }, delayMs: verdict === 'slow' ? slowMs : 0 }
}

const mediaChecked = (traceId: string, suggest: string): Push['event'] => ({
  ToUserName: 'gh_local',
  FromUserName: 'o-local',
  MsgType: 'event',
  Event: 'wxa_media_check',
  trace_id: traceId,
  version: 2,
  errcode: 0,
  errmsg: 'ok',
  result: { suggest, label: suggest === 'pass' ? 100 : 20_001 },
})
