import type { Handler } from '../kit/handler'
import { knownPlaces, placeOf } from './read'
import { dutyViews, residencyView } from './views'

/**
 * My residency and the duties that are in force now; somebody unregistered has neither. At a desk the residency is left
 * out: where somebody lives is none of an office's screen. Two round trips, three for the district's staff.
 */
export const me: Handler<'community.me'> = async (_input, { me: actor, db }) => {
  if (!actor.member) return { name: null, residency: null, duties: [], deskUntil: null }
  const district = actor.duties.find(({ placeId }) => !placeId.includes('.'))
  const [known, own] = await Promise.all([knownPlaces(db), district && placeOf(db, district.placeId)])
  return {
    name: actor.member.name,
    residency: residencyView(actor.desk ? null : actor.residency, known),
    deskUntil: actor.desk?.until ?? null,
    duties: dutyViews(actor.duties, own ? [own, ...known] : known),
  }
}
