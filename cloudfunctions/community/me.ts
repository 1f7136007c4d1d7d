import type { Handler } from '../kit/handler'
import { knownPlaces, placeOf } from './read'
import { dutyViews, residencyView } from './views'

/**
 * My residency and the duties that are in force now; somebody unregistered has neither. Two round trips, three for the
 * district's staff.
 */
export const me: Handler<'community.me'> = async (_input, { me: actor, db }) => {
  if (!actor.member) return { name: null, residency: null, duties: [] }
  const district = actor.duties.find(({ placeId }) => !placeId.includes('.'))
  const [known, own] = await Promise.all([knownPlaces(db), district && placeOf(db, district.placeId)])
  return {
    name: actor.member.name,
    residency: residencyView(actor.residency, known),
    duties: dutyViews(actor.duties, own ? [own, ...known] : known),
  }
}
