/** One attempt to reach a function: an answer, or why there is none. */
export type Attempt =
  | { kind: 'answer'; body: unknown }
  /** Not reached: nothing can have happened. */
  | { kind: 'unreached' }
  /** Sent, but time ran out, the connection broke or the server was busy. */
  | { kind: 'unanswered' }

/** Milliseconds that one attempt may take: more than most actions need, less than patience lasts. */
export const attemptTimeoutMs = 25_000
