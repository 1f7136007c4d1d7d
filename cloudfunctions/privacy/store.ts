import { z } from 'zod'
import { Day, Instant, MemberId, PrivacyId } from '../contract/fields'
import { bounds } from '../contract/privacy-bounds'
import { ConsentKind, CopyState, ErasureState } from '../contract/privacy'
import { collection } from '../kit/collection'
import { effectId } from '../kit/ids'

/** That somebody agreed to a text, or took that back. Never changed, never removed. */
const Consent = z.object({
  /** Follows from the member and the event, so that one event leaves one row. */
  _id: PrivacyId,
  schemaVersion: z.literal(1),
  memberId: MemberId,
  kind: ConsentKind,
  version: z.int().min(1),
  given: z.boolean(),
  at: Instant,
})

const tries = z.int().min(0).max(bounds.tries)

/** The copy of one person's data: one document a person, so there is one copy at a time. */
const Copy = z.object({
  _id: PrivacyId,
  schemaVersion: z.literal(1),
  memberId: MemberId,
  state: CopyState,
  /** The request that asked for it, and what it asked: a repeat gets the same answer. */
  request: z.string(),
  inputHash: z.string(),
  askedAt: Instant,
  expiresAt: Instant.nullable(),
  files: z
    .array(z.object({ fileId: z.string(), name: z.string(), bytes: z.int().min(0) }))
    .max(bounds.copyFiles),
  /** Files of the copy before, which the next step removes. */
  toRemove: z.array(z.string()).max(bounds.copyFiles),
  tries,
  /** When a timer looks next; null when there is nothing more to do. */
  nextAt: Instant.nullable(),
})

/** The deletion of one account. It is the audit row of the request, and how far it has come. */
const Erasure = z.object({
  _id: PrivacyId,
  schemaVersion: z.literal(1),
  memberId: MemberId,
  state: ErasureState,
  request: z.string(),
  erasedAt: Instant,
  doneAt: Instant.nullable(),
  /** The collection that is being wiped, and the last row of it; empty before the first. */
  collection: z.string(),
  after: z.string(),
  tries,
  nextAt: Instant.nullable(),
})

/** How many names and phones one person of the staff has seen in full on a day. */
const RevealTally = z.object({
  /** The member's id. */
  _id: MemberId,
  schemaVersion: z.literal(1),
  day: Day,
  count: z.int().min(0).max(bounds.revealsPerDay),
})

export type Consent = z.infer<typeof Consent>
export type Copy = z.infer<typeof Copy>
export type Erasure = z.infer<typeof Erasure>
export type RevealTally = z.infer<typeof RevealTally>

export const consents = collection<Consent>('consents', Consent)
export const copies = collection<Copy>('data_copies', Copy)
export const erasures = collection<Erasure>('erasures', Erasure)
export const revealTallies = collection<RevealTally>('reveal_tallies', RevealTally)

export const copyIdOf = (memberId: string): string => effectId('q', memberId, 'privacy.copy', 'own')
export const erasureIdOf = (memberId: string): string => effectId('q', memberId, 'privacy.erasure', 'own')
