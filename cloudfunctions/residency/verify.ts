import type { Handler } from '../kit/handler'
import { decide } from './decide'

/** The person lives there: everything that is for residents is theirs from now on. Eleven round trips. */
export const verify: Handler<'residency.verify'> = ({ residencyId }, context) =>
  decide('verify', residencyId, context)
