/** Answers of this visit by question, so that a page that opens again shows something at once. */
const answers = new Map<string, unknown>()

/** Few: only to bridge the moment until the fresh answer arrives. */
const maxAnswers = 40

export const readAnswer = <T>(question: string): T | null => (answers.get(question) as T | undefined) ?? null

export const keepAnswer = (question: string, answer: unknown): void => {
  answers.delete(question)
  answers.set(question, answer)
  const oldest = answers.keys().next()
  if (answers.size > maxAnswers && !oldest.done) answers.delete(oldest.value)
}

/** Another person uses this device from now on. */
export const forgetAnswers = (): void => answers.clear()
