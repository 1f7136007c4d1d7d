/** One attempt to reach a function: an answer, or why there is none. */
export type Attempt =
  | { kind: 'answer'; body: unknown }
  /** Not reached: nothing can have happened. */
  | { kind: 'unreached' }
  /** Sent, but time ran out, the connection broke or the server was busy. */
  | { kind: 'unanswered' }

/** What a cloud function is sent. @property onBehalf in whose stead (代办) */
export interface CallEvent {
  action: string
  input: unknown
  onBehalf?: string
}

/** Milliseconds that one attempt may take: more than most actions need, less than patience lasts. */
export const attemptTimeoutMs = 25_000
