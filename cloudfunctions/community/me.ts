import type { Handler } from '../kit/handler'
import { allPlaces } from './queries'
import { maskedName } from './rules'
import { places } from './store'
import { dutyViews, residencyView } from './views'

/** My residency and the duties that are in force now; somebody unregistered has neither. */
export const me: Handler<'community.me'> = async (_input, { me: actor, db }) => {
  if (!actor.member) return { name: null, residency: null, duties: [] }
  const known = await db.list(places, allPlaces())
  return {
    name: maskedName(actor.member.name),
    residency: residencyView(actor.residency, known),
    duties: dutyViews(actor.duties, known),
  }
}
