import type { Handler } from '../kit/handler'
import { decide } from './decide'

/** Refuses an application. What was told for it is removed. Ten round trips, and nine for the board. */
export const refuse: Handler<'party.refuse'> = async ({ registrationId, reason }, context) =>
  (await decide('refuse', registrationId, context, reason)).view
