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
  private readonly replies = new Map<string, unknown>()

  /** Sets what an interface answers from now on, e.g. `{errcode: 43101, errmsg: 'user refuse'}`. */
  reply(apiName: string, body: unknown): void {
    this.replies.set(apiName, body)
  }

  /** Records a call. @returns the answer set, or a success */
  answer(apiName: string, data: unknown, now: number): unknown {
    this.calls.push({ apiName, data, at: now })
    if (this.calls.length > MAX_KEPT) this.calls.shift()
    return this.replies.get(apiName) ?? { errcode: 0, errmsg: 'ok' }
  }
}
