import type { Database } from '../kit/database'
import { effectId } from '../kit/ids'
import type { Tx } from '../kit/transact'
import { consents, type Consent } from './store'

/** Somebody agreed, or took it back. `event` names the request that did it. */
export type ConsentNote = Pick<Consent, 'memberId' | 'kind' | 'version' | 'given' | 'at'> & { event: string }

/** Keeps a consent inside the transaction of what it is for; the caller has made sure that it is new. One round trip. */
export const noteConsent = async (tx: Tx, note: ConsentNote): Promise<void> =>
  void (await tx.insert(consents, consentOf(note)))

/** The same where there is no transaction; a repeat leaves what is there. One round trip. */
export const noteConsentOnce = (db: Database, note: ConsentNote): Promise<boolean> =>
  db.insert(consents, consentOf(note))

const consentOf = ({ event, ...note }: ConsentNote): Consent => ({
  ...note,
  _id: effectId('q', note.memberId, 'privacy.consent', `${note.kind} ${event}`),
  schemaVersion: 1,
})
