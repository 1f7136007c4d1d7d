import type { Faults } from './faults'
import { WxSafety } from './wx-safety'

/** One call of WeChat's server interfaces, as a function made it. */
export interface WxCall {
  apiName: string
  data: unknown
  /** Milliseconds since the epoch. */
  at: number
}

const MAX_KEPT = 1000

/** Stands in for WeChat's server interfaces: keeps what was asked and answers from a table. */
export class WxCalls {
  /** The latest calls, oldest first. */
  readonly calls: WxCall[] = []
  /** Checks of texts and photos. */
  readonly safety: WxSafety
  private readonly replies = new Map<string, unknown>()

  constructor(faults: Faults) {
    this.safety = new WxSafety(faults)
  }

  /** Sets what an interface answers from now on, e.g. `{errcode: 43101, errmsg: 'user refuse'}`. */
  reply(apiName: string, body: unknown): void {
    this.replies.set(apiName, body)
  }

  /** Records a call. @returns the answer set, or that of the local checks, or a success; and after how many ms */
  answer(apiName: string, data: unknown, now: number): { body: unknown; delayMs: number } {
    this.calls.push({ apiName, data, at: now })
    if (this.calls.length > MAX_KEPT) this.calls.shift()
    if (this.replies.has(apiName)) return { body: this.replies.get(apiName), delayMs: 0 }
    return this.safety.answer(apiName, data, now) ?? { body: { errcode: 0, errmsg: 'ok' }, delayMs: 0 }
  }
}
