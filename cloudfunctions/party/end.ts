import type { Handler } from '../kit/handler'
import { decide } from './decide'
import { leaveAll } from './leaveAll'

/** Ends a registration. Hours and points stay. Ten round trips, and those of `leaveAll`. */
export const end: Handler<'party.end'> = async ({ registrationId, reason }, context) => {
  const { registration, view } = await decide('end', registrationId, context, reason)
  await leaveAll(context.db, registration, context.now)
  return view
}
