import type { Input, Output } from '../contract'
import { refreshBoards } from '../home/post'
import type { Context } from '../kit/handler'
import { checkOf, checks, heldBy, screen, waitingMark, type Check } from '../safety/post'
import { photos } from './photos'
import { countShown } from './read'
import { whyNotPublish } from './rules'
import { notices, type Notice } from './store'
import { staffView } from './views'

type Publishing = Context<'notices.publish'>

/** A notice as it is handed in, of a community or of a street. */
type Said = Omit<Input<'notices.publish'>, 'communityId' | 'audience'> &
  Pick<Notice, 'audience'> & { placeId: string }

/**
 * Writes a notice once, with a check of each thing that is held: its document is its own audit row, and a repeat of
 * the request finds it.
 */
export async function write(said: Said, context: Publishing): Promise<Output<'notices.publish'>> {
  const { me, now, db, fail, inputHash } = context
  const id = context.effectId('b')
  const earlier = await db.read(notices, id)
  if (earlier) return earlier.inputHash === inputHash ? staffView(earlier, now) : fail('CONFLICT')
  const { placeId, shownUntil, photoIds = [] } = said
  const denial = whyNotPublish(placeId, shownUntil, await countShown(db, placeId, now), now)
  if (denial) return fail(denial)
  if (!(await photos.areOf(db, me.memberId, photoIds))) return fail('INVALID_INPUT', 'photoIds')
  const textCheck = await checkOfText(id, said, context)
  const photoChecks = photoIds.map((photoId) => checkOfPhoto(id, placeId, photoId, context))
  const fresh = newNotice(id, said, textCheck, photoChecks, context)
  const held = [...(textCheck ? [textCheck] : []), ...photoChecks]
  const notice = await (held.length > 0 ? insertHeld(fresh, held, context) : insert(fresh, context))
  if (notice.inputHash !== inputHash) return fail('CONFLICT')
  if (!textCheck) await refreshBoards(placeId, context)
  return staffView(notice, now)
}

function newNotice(
  id: string,
  said: Said,
  textCheck: Check | null,
  photoChecks: readonly Check[],
  { me, now, inputHash }: Publishing,
): Notice {
  const { kind, title, text, pinned, audience, asksConfirm = false, shownUntil, placeId } = said
  const at = now.toISOString()
  return {
    ...{ kind, title, text, pinned, audience, asksConfirm, shownUntil },
    _id: id,
    schemaVersion: 3,
    inputHash,
    communityId: placeId,
    photos: photoChecks.map((check) => ({ photoId: check.part, held: waitingMark(check) })),
    listedUntil: textCheck ? null : shownUntil,
    held: textCheck && waitingMark(textCheck),
    publishedAt: at,
    publishedBy: me.memberId,
    order: `${at}:${id}`,
    takenDown: null,
  }
}

async function insert(fresh: Notice, { db, fail }: Publishing): Promise<Notice> {
  const isNew = await db.insert(notices, fresh)
  return isNew ? fresh : ((await db.read(notices, fresh._id)) ?? fail('CONFLICT'))
}

/** Notice and checks, or nothing: what is held without a check would be held for ever. */
const insertHeld = (fresh: Notice, held: readonly Check[], { db }: Publishing): Promise<Notice> =>
  db.transact(async (tx, attempt) => {
    const earlier = attempt > 0 ? await tx.find(notices, fresh._id) : null
    if (earlier) return earlier
    for (const check of held) await tx.insert(checks, check)
    return tx.insert(notices, fresh)
  })

/** @returns null where everybody may see it at once */
async function checkOfText(
  id: string,
  { placeId, title, text }: Said,
  context: Publishing,
): Promise<Check | null> {
  const texts = [
    { field: 'title', text: title },
    { field: 'text', text },
  ]
  const { verdict, refusedField } = await screen(texts, context)
  if (verdict === 'risky') return context.fail('CONTENT_REFUSED', refusedField ?? 'text')
  if (verdict === 'pass') return null
  const thing = {
    kind: 'notice',
    documentId: id,
    part: '',
    communityId: placeId,
    texts,
    photoId: null,
  } as const
  return heldBy(verdict, thing, context)
}

/** Nobody else sees a photo before WeChat, or a person, has looked at it. */
const checkOfPhoto = (id: string, placeId: string, photoId: string, { me, now, wechat }: Publishing): Check =>
  checkOf(
    { kind: 'notice_photo', documentId: id, part: photoId, communityId: placeId, texts: [], photoId },
    { memberId: me.memberId, sealed: wechat.sealCaller() },
    now.toISOString(),
  )
