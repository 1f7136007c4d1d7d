/** A refusal of Tencent's API; says which action, never with what. */
export class ApiError extends Error {
  constructor(
    readonly action: string,
    readonly code: string,
    message: string,
  ) {
    super(`${action}: ${code} ${message}`)
    this.name = 'ApiError'
  }
}

/** Tries of one call in all; with the pauses about half a minute, longer than a limit per second lasts. */
const maxTries = 6
const firstPauseMs = Number(process.env.JINLIN_DEPLOY_PAUSE_MS ?? 1000)

/** Codes that say: later. Anything without a code is a connection that broke or an answer that was none. */
const laterCodes = /^(RequestLimitExceeded|InternalError|ResourceUnavailable|FailedOperation\.FunctionStatus)/

interface Problem {
  code?: unknown
  message?: unknown
}

/**
 * Calls until there is an answer.
 * @throws ApiError with the API's own code, or NO_ANSWER
 */
export async function retrying<Reply>(action: string, call: () => Promise<Reply>): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call()
    } catch (error) {
      const { code, message } = error as Problem
      const isAnswer = typeof code === 'string' && /^[A-Z][A-Za-z]+(\.|$)/.test(code)
      const isLater = !isAnswer || laterCodes.test(code)
      if (!isLater || attempt === maxTries)
        throw new ApiError(action, isAnswer ? code : 'NO_ANSWER', String(message ?? '').slice(0, 300))
    }
    await sleep(firstPauseMs * 2 ** (attempt - 1))
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The SDK reports each file on the console; the plan has said it already. */
export async function quietly<Result>(work: () => Promise<Result>): Promise<Result> {
  const { log, warn } = console
  Object.assign(console, { log: () => undefined, warn: () => undefined })
  try {
    return await work()
  } finally {
    Object.assign(console, { log, warn })
  }
}
