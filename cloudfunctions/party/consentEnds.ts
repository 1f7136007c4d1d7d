import type { Tx } from '../kit/transact'
import { noteConsent } from '../privacy/post'
import type { Registration } from './store'

/** What was agreed to for a registration counts no more. One round trip. */
export const consentEnds = (
  tx: Tx,
  { memberId, consentVersion }: Registration,
  at: string,
  event: string,
): Promise<void> =>
  noteConsent(tx, { memberId, kind: 'party', version: consentVersion, given: false, at, event })
