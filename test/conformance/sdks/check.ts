/** One thing that an SDK does, and what comes of it; `expected` may be a part of it. */
export interface Check {
  title: string
  run: () => Promise<unknown>
  expected: unknown
}

/** The SDKs say of an error what they like: this is what most of them share. */
export interface SdkError {
  errCode?: number
  code?: string
  errMsg?: string
  message?: string
}

/** Whether all that is expected is there; documents may hold more, lists may not. */
export function holds(actual: unknown, expected: unknown): boolean {
  if (expected instanceof RegExp) return typeof actual === 'string' && expected.test(actual)
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected)
  if (typeof actual !== 'object' || actual === null) return false
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) return false
  return Object.entries(expected).every(([key, value]) =>
    holds((actual as Record<string, unknown>)[key], value),
  )
}

/** @returns undefined when the check passes, else what came instead */
export async function failureOf({ run, expected }: Check): Promise<string | undefined> {
  const actual = await run().catch((error: SdkError) => ({
    errCode: error.errCode ?? error.code,
    errMsg: error.errMsg ?? error.message,
  }))
  return holds(actual, expected) ? undefined : JSON.stringify(actual)?.slice(0, 200)
}
