import type { Input } from '../contract'
import { limits } from '../contract/limits'
import type { Actor } from '../kit/actor'
import { hashOf } from '../kit/canonical'
import type { Tx } from '../kit/transact'
import { newCase } from './newCase'
import { cases, type Case } from './store'

export { settleAnswer, settlePhoto } from './held'

/** A case that follows from something else, e.g. an action item of a meeting's minutes. */
export interface Opening {
  /** Follows from what it comes from, so that a repeat meets it. */
  id: string
  communityId: string
  text: string
  /** The member of staff in whose name it is opened, and who is told of its progress. */
  reporter: Actor
  now: Date
  /** Attempt of the transaction: after a clash of receipt numbers the next one gets another. */
  attempt: number
}

/**
 * Opens a case inside the caller's transaction, which has made sure that it is not there yet. It does not count
 * towards what a person may open in a day. The named entry for other domains; one round trip.
 */
export function openCase(tx: Tx, { id, communityId, text, reporter, now, attempt }: Opening): Promise<Case> {
  const input: Input<'affairs.submit'> = {
    requestId: '',
    communityId,
    kind: 'suggestion',
    category: 'other',
    identity: 'named',
    text: text.slice(0, limits.case.textLength),
    place: { compound: '本社区', building: null, note: '' },
    photos: [],
  }
  const origin = { id, inputHash: hashOf(input), now, slot: 1, salt: attempt, grid: null }
  return tx.insert(cases, { ...newCase(input, reporter, origin), daySlot: id })
}
