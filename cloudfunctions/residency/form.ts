import { knownPlaces } from '../community/read'
import { communityView } from '../community/views'
import type { Handler } from '../kit/handler'
import { knownCompounds } from '../territory/read'

/** The compounds of a community with their buildings; what has none is no place to live. Three round trips. */
export const form: Handler<'residency.form'> = async ({ communityId }, { db, fail }) => {
  const [places, compounds] = await Promise.all([knownPlaces(db), knownCompounds(db, communityId)])
  const community = communityView(communityId, places) ?? fail('NOT_FOUND')
  return {
    communityId,
    communityName: community.name,
    compounds: compounds
      .filter(({ buildings }) => buildings.length > 0)
      .map(({ name, buildings }) => ({ name, buildings })),
  }
}
