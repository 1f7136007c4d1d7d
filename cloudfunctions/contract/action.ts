import type { z } from 'zod'
import type { Access } from './access'

/** One line of the contract: who may call it, with what, what comes back, and how it can be refused. */
export interface ActionDefinition {
  access: Access
  input: z.ZodType
  output: z.ZodType
  errors: readonly string[]
  /** What a call costs of what one person may ask for in a while (kit/rates.ts), where that is more than 1. */
  cost?: number
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
  cost?: number
}) => definition
