import { z } from 'zod'
import { DeskState } from '../contract/desk'
import { bounds } from '../contract/desk-bounds'
import { DeskId, Instant, MemberId } from '../contract/fields'
import { collection } from '../kit/collection'

const Row = z.object({
  event: z.enum(['scan', 'confirm', 'decline', 'end', 'displace', 'lapse']),
  at: Instant,
  /** A member's id, or `timer`. */
  actor: z.string().max(30),
})

/**
 * One sign-in of one browser, from its QR to its end. Of its two secrets only hashes are here. Which desks are in force
 * the member's own document says, as the guard reads it; this one says how it came about, and is kept as the record of
 * the log-in. Its timeline is its audit.
 */
const Desk = z.object({
  _id: DeskId,
  schemaVersion: z.literal(1),
  state: DeskState,
  browser: z.string().max(10),
  system: z.string().max(10),
  number: z.string().length(2),
  /** Of what the browser alone has, and of the code in the QR. */
  secretHash: z.string(),
  codeHash: z.string(),
  openedAt: Instant,
  /** After which the next step (scan, answer, ticket) is too late. */
  expiresAt: Instant,
  /** Who scanned it first; null before. */
  memberId: MemberId.nullable(),
  /** The end of a desk in force; null before. */
  until: Instant.nullable(),
  timeline: z.array(Row).max(bounds.timelineRows),
  /** When the clock looks at it: it lapses, or is removed. */
  sweepAt: Instant,
})

export type Desk = z.infer<typeof Desk>

export const desks = collection<Desk>('desks', Desk)
