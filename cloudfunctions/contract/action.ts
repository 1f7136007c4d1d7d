import type { z } from 'zod'
import type { Access } from './access'

/** One line of the contract: who may call it, with what, what comes back, and how it can be refused. */
export interface ActionDefinition {
  access: Access
  input: z.ZodType
  output: z.ZodType
  errors: readonly string[]
}

/** Declares an action; keeps the exact types for the client and the handler. */
export const action = <
  const A extends Access,
  I extends z.ZodType,
  O extends z.ZodType,
  const E extends readonly string[],
>(definition: {
  access: A
  input: I
  output: O
  errors: E
}) => definition
