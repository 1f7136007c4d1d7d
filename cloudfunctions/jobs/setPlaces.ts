import { setPlaces as setAll } from '../community/setPlaces'
import { operatorHand } from '../duties/policy'
import type { Handler } from '../kit/handler'

/** The operator's command; docs/operator/第一位管理员.md says when. */
export const setPlaces: Handler<'jobs.setPlaces'> = (input, { db, now }) =>
  setAll(db, now, input, operatorHand(input.operator).id)
