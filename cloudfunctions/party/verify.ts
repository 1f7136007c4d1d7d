import type { Handler } from '../kit/handler'
import { decide } from './decide'

/** The person is a member of the branch: the registration is in force from now on. Eleven round trips, and nine for the board. */
export const verify: Handler<'party.verify'> = async ({ registrationId }, context) =>
  (await decide('verify', registrationId, context)).view
