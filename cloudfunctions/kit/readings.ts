import type { Actor } from './actor'
import { audits } from './audit'
import { hashOf } from './canonical'
import type { Database } from './database'
import { effectId } from './ids'
import { chinaDay } from './time'

/** What somebody was shown in which other people's names stand in full. */
export interface Reading {
  /** As the contract calls it, e.g. `affairs.show`. */
  action: 'affairs.show' | 'party.applications' | 'residency.requests' | 'residency.household'
  communityId: string
  /** The document, or the list, by which it can be found again. */
  document: string
  /** Whose name it was, where it was one person's. */
  subject?: string
}

/** Rows that this instance wrote, so that who opens one list again and again costs one row a day and no round trip. */
const noted = new Set<string>()
const mostNoted = 5_000

/**
 * Writes down that somebody of the staff was shown names in full, before they are shown: one row a day for each
 * document or list. What hides a name until a reason is given is `privacy.reveal` and has rows of its own. One round
 * trip at most.
 */
export async function noteReading(
  { me, now, db }: { me: Actor; now: Date; db: Database },
  { action, communityId, document, subject }: Reading,
): Promise<void> {
  const id = effectId('q', me.memberId, action, `${communityId} ${document} ${chinaDay(now)}`)
  if (noted.has(id)) return
  await db.insert(audits, {
    ...{ _id: id, schemaVersion: 1, communityId, actor: me.memberId, action, document },
    ...{ inputHash: hashOf({ communityId, document }), at: now.toISOString(), before: {}, after: {} },
    ...(subject ? { subject } : {}),
  })
  if (noted.size >= mostNoted) noted.clear()
  noted.add(id)
}
