import type { Handler } from '../kit/handler'
import { manages } from './manages'
import { write } from './write'

/**
 * Publishes one notice for all communities of a street. Round trips as for a community's, and for each community's
 * board eight.
 */
export const publishStreet: Handler<'notices.publishStreet'> = async ({ streetId, ...said }, context) =>
  manages(context.me, streetId)
    ? write({ ...said, placeId: streetId, audience: { kind: 'everyone' } }, context)
    : context.fail('NOT_FOUND')
