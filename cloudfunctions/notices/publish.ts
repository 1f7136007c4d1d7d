import type { Handler } from '../kit/handler'
import { write } from './write'

/**
 * Publishes a notice of a community; it is on the board before the answer. Four round trips, and nine for the board;
 * seven where it is held, and is on no board. With photos one more, and one for each of them.
 */
export const publish: Handler<'notices.publish'> = async (
  { communityId, audience = { kind: 'everyone' }, ...said },
  context,
) => write({ ...said, placeId: communityId, audience }, context)
