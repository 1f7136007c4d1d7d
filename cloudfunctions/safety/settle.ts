import { settleAnswer, settlePhoto } from '../affairs/post'
import type { z } from 'zod'
import type { HeldMark } from '../contract/safety'
import { notify } from '../inbox/post'
import type { Tx } from '../kit/transact'
import { settleTopic } from '../meetings/post'
import { settleNotice, settleNoticePhoto } from '../notices/post'
import { moved, type Who } from './states'
import { checks, type Check, type Row } from './store'

/** How a thing stands after it was decided on: null where everybody sees it. */
export type Fate = z.output<typeof HeldMark> | null

/** Writes a fate into the thing itself. @returns false where it is not there any more, or stands for another */
type Settler = (tx: Tx, check: Check, fate: Fate) => Promise<boolean>

const settlers: Record<Check['kind'], Settler> = {
  topic: settleTopic,
  notice: settleNotice,
  answer: settleAnswer,
  photo: settlePhoto,
  notice_photo: settleNoticePhoto,
}

/**
 * Something is said of what is held, by WeChat or by staff: check, thing and message move together. Three round trips
 * of the caller's transaction, six where a writer is told.
 * @returns null where the table says no
 */
export async function settle(tx: Tx, check: Check, who: Who, row: Row): Promise<Check | null> {
  const after = moved(check, who, row)
  if (!after) return null
  await tx.put(checks, after)
  if (after.state === 'review') return after
  const isRefused = after.state === 'refused'
  const fate: Fate = isRefused ? { checkId: check._id, state: 'refused', reason: row.reason } : null
  const isThere = await settlers[check.kind](tx, check, fate)
  if (isThere && isRefused) await tell(tx, check, row)
  return after
}

const words = {
  topic: '您提的议题',
  notice: '您发的通知',
  answer: '您写的公开答复',
  photo: '您传的照片',
  notice_photo: '您发的通知里的照片',
} satisfies Record<Check['kind'], string>

const targets = {
  topic: 'meeting',
  notice: 'staff_notice',
  answer: 'staff_case',
  photo: 'case',
  notice_photo: 'staff_notice',
} as const satisfies Record<Check['kind'], string>

const whatNext = {
  topic: '写的内容还在，点开改一改再提。',
  notice: '写的内容还在，点开改后重发。',
  answer: '居民已经收到答复，只是不公开。点开可以改一改再公开。',
  photo: '您反映的事照样办理。',
  notice_photo: '通知照样看得到，只是少了这张照片。',
} satisfies Record<Check['kind'], string>

/** Why, and what to do; never a word of what was written. */
const tell = (tx: Tx, { _id, kind, documentId, writerId }: Check, { at, reason }: Row): Promise<void> =>
  notify(tx, {
    memberId: writerId,
    title: `${words[kind]}没有通过审核`,
    text: `原因：${reason}。${whatNext[kind]}`,
    target: { kind: targets[kind], id: documentId },
    event: `refused ${_id}`,
    at,
  })
