/** Answers of this visit by question, so that a page that opens again shows something at once. */
const answers = new Map<string, unknown>()

/** Few: only to bridge the moment until the fresh answer arrives. */
const maxAnswers = 40

export const readAnswer = <T>(question: string): T | null => (answers.get(question) as T | undefined) ?? null

export const keepAnswer = (question: string, answer: unknown): void => {
  const now = (answer as { now?: string } | null)?.now ?? ''
  if (now > clock.now) clock = { now, aheadMs: Date.parse(now) - Date.now() }
  answers.delete(question)
  answers.set(question, answer)
  const oldest = answers.keys().next()
  if (answers.size > maxAnswers && !oldest.done) answers.delete(oldest.value)
}

/** When the server gave the latest answer that tells its time, and how far it was ahead of this device then. */
let clock = { now: '', aheadMs: 0 }

/**
 * The server's time in milliseconds: a device's own may be minutes off. As of the latest answer, however old the one
 * that is shown again. @param ms this device's
 */
export const serverTime = (ms: number): number => ms + clock.aheadMs

/** Another person uses this device from now on. */
export const forgetAnswers = (): void => answers.clear()
