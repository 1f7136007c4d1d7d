import { z } from 'zod'
import { staff } from './access'
import { action } from './action'
import { CheckId, CommunityId, Cursor, Instant, line, RequestId } from './fields'
import { limits } from './limits'

const { safety: max } = limits

/** Those who decide on what was held: in their own communities, the sub-district's staff in all of them. */
const reviewer = (scope: 'input.communityId' | 'document') =>
  staff(['community_worker', 'street_staff'], scope)

/** What can be held: a topic of a meeting, a notice, the public question and answer of a case, a photo of a case or a notice. */
export const HeldKind = z.enum(['topic', 'notice', 'answer', 'photo', 'notice_photo'])

/** checking → passed, refused or review; review → passed or refused; see safety/states.ts. */
export const CheckState = z.enum(['checking', 'review', 'passed', 'refused'])

/**
 * How something stands that others do not see: 审核中, or refused with the reason. Its writer and staff are told;
 * null where everybody sees it.
 */
export const Held = z.object({ state: z.enum(['waiting', 'refused']), reason: z.string() })

/** The same as it is stored, with the check that decides on it. */
export const HeldMark = Held.extend({ checkId: CheckId })

/** Something that waits, as those who decide see it: nothing of who wrote it. */
export const HeldThing = z.object({
  id: CheckId,
  kind: HeldKind,
  state: CheckState,
  /** What is to be looked at, each with the name of its field; none for a photo. */
  texts: z.array(z.object({ field: z.string(), text: z.string() })).max(max.texts),
  /** A link that works for some minutes; null but for a photo, and when its file is gone. */
  photoUrl: z.string().nullable(),
  heldAt: Instant,
  /** Why it was refused; empty otherwise. */
  reason: z.string(),
  /** Goes up with each change; a decision names the version that was seen. */
  version: z.int().min(1),
})

const deciding = { requestId: RequestId, checkId: CheckId, version: z.int().min(1).max(1_000_000) }
const decided = ['ALREADY_DECIDED', 'CHANGED_MEANWHILE', 'NOT_ONESELF'] as const

export const safety = {
  /** What waits for a person's decision, and what still waits for WeChat's check; the oldest first. */
  queue: action({
    access: reviewer('input.communityId'),
    input: z.strictObject({
      communityId: CommunityId,
      view: z.enum(['review', 'checking']),
      after: Cursor.optional(),
    }),
    output: z.object({
      things: z.array(HeldThing).max(limits.pageSize),
      nextAfter: Cursor.nullable(),
      /** Bounded; `limits.safety.counted` means that many or more. */
      counts: z.object({ review: z.int().min(0), checking: z.int().min(0) }),
    }),
    errors: [],
  }),
  /** Everybody may see it from now on. */
  pass: action({
    access: reviewer('document'),
    input: z.strictObject(deciding),
    output: HeldThing,
    errors: decided,
  }),
  /** Nobody else sees it; its writer is told why, and can mend it. */
  refuse: action({
    access: reviewer('document'),
    input: z.strictObject({ ...deciding, reason: line(max.reasonLength) }),
    output: HeldThing,
    errors: decided,
  }),
}
