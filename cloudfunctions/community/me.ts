import type { Handler } from '../kit/handler'
import { knownPlaces } from './read'
import { dutyViews, residencyView } from './views'

/** My residency and the duties that are in force now; somebody unregistered has neither. */
export const me: Handler<'community.me'> = async (_input, { me: actor, db }) => {
  if (!actor.member) return { name: null, residency: null, duties: [] }
  const known = await knownPlaces(db)
  return {
    name: actor.member.name,
    residency: residencyView(actor.residency, known),
    duties: dutyViews(actor.duties, known),
  }
}
