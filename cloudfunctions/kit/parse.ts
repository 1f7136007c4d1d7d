import { config, type z } from 'zod'
import { Refusal } from './refusal'

/**
 * zod would compile a function for each object's schema at its first use. An instance parses a few hundred small
 * documents in its life: compiling took longer than it saved, and most of all in a cold start.
 */
config({ jitless: true })

/** @throws Refusal INVALID_INPUT with the path of the first field at fault, e.g. `lines.0.quantity` */
export function parseInput(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  // The name of an unknown key is the caller's own word: a telephone number would be as good.
  const logged = issue?.code === 'unrecognized_keys' ? 'unknown key' : fieldOf(issue)
  throw new Refusal('INVALID_INPUT', fieldOf(issue), logged)
}

/**
 * Drops whatever the output does not name.
 * @throws Error when the handler broke the contract: the caller gets INTERNAL and none of the data
 */
export function parseOutput(schema: z.ZodType, output: unknown): unknown {
  const result = schema.safeParse(output)
  if (result.success) return result.data
  throw new Error(`the output breaks the contract at ${fieldOf(result.error.issues[0])}`)
}

/** Unknown keys are named by the caller, so the answer is cut short and holds nothing but word characters. */
function fieldOf(issue: z.core.$ZodIssue | undefined): string {
  const path = (issue?.path ?? []).map(String)
  if (issue?.code === 'unrecognized_keys') path.push(issue.keys[0] ?? '')
  return (
    path
      .join('.')
      .replace(/[^\w.]/g, '?')
      .slice(0, 60) || 'input'
  )
}
