import type { Handler } from '../kit/handler'
import { decide } from './decide'

/** Refuses a request, with the reason. What was told for it is removed. Nine round trips. */
export const refuse: Handler<'residency.refuse'> = ({ residencyId, reason }, context) =>
  decide('refuse', residencyId, context, reason)
