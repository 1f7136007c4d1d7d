import type { Handler } from '../kit/handler'
import { knownPlaces } from './read'
import { communityViews } from './views'

/** Every community with its telephone, in the order of the places' ids. */
export const communities: Handler<'community.communities'> = async (_input, { db }) => ({
  communities: communityViews(await knownPlaces(db)),
})
