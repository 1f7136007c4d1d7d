import type { Handler } from '../kit/handler'
import { decide } from './decide'

/** Ten round trips: its writer is told in the same transaction. */
export const refuse: Handler<'safety.refuse'> = async (input, context) =>
  decide('refuse', input, input.reason, context)
