import { knownPlaces } from '../community/read'
import { communityView } from '../community/views'
import type { Handler } from '../kit/handler'
import { compoundOfBox, knownCompounds } from '../territory/read'
import { acceptWithinDays, answerWithinDays, suggestionAnswerWithinDays } from './rules'

/** The form of the box's community, else of the one asked for, else of where I live. Four round trips at most. */
export const form: Handler<'affairs.form'> = async ({ communityId, box }, { me, db, fail }) => {
  const asked = box === undefined ? null : ((await compoundOfBox(db, box)) ?? fail('NOT_FOUND'))
  const wanted = asked?.communityId ?? communityId ?? me?.residency?.communityId
  if (wanted === undefined) return fail('INVALID_INPUT', 'communityId')
  const [places, compounds] = await Promise.all([knownPlaces(db), knownCompounds(db, wanted)])
  const community = communityView(wanted, places) ?? fail('NOT_FOUND')
  return {
    communityId: wanted,
    communityName: community.name,
    compounds,
    compound: asked?.name ?? null,
    acceptWithinDays,
    answerWithinDays: { ...answerWithinDays },
    suggestionAnswerWithinDays,
  }
}
