import { nameOfPlace } from '../community/read'
import type { Handler } from '../kit/handler'
import { registrationIdOf, registrations } from './store'
import { myRegistrationView } from './views'
import { communityOfRegistration } from './whose'

/** My registration with the community that I live in, or left. Three round trips. */
export const registration: Handler<'party.registration'> = async (_input, { me, db }) => {
  const communityId = communityOfRegistration(me)
  if (communityId === null) return { registration: null }
  const [found, communityName] = await Promise.all([
    db.read(registrations, registrationIdOf(communityId, me.memberId)),
    nameOfPlace(db, communityId),
  ])
  return { registration: found && myRegistrationView(found, communityName) }
}
