import type { Handler } from '../kit/handler'
import { checks, waitingMark } from '../safety/post'
import { workersOf } from './actors'
import { changeAsStaff } from './change'
import { photos } from './photos'
import { heldPublic, screenPublic } from './publicWords'
import { replyToStaff } from './replies'

/**
 * The reply, and for staff of the level that owns the case what everybody may read of it. Seven round trips, eight
 * with photos, nine where what is public is held; the reporter has the reply in any case.
 */
export const answer: Handler<'affairs.answer'> = async (input, context) => {
  const { me, db, fail } = context
  const { outcome, text, photoIds, publish } = input
  if (!(await photos.areOf(db, me.memberId, photoIds))) return fail('INVALID_INPUT', 'photoIds')
  const screening = publish && (await screenPublic(publish, context))
  const answered = await changeAsStaff(input, context, async (tx, kase) => {
    // A handler from outside the office does not decide what is made public.
    if (publish && !workersOf(kase, me).includes('staff')) return fail('INVALID_INPUT', 'publish')
    const check = publish && screening && heldPublic(screening, kase, publish, context)
    if (check) await tx.insert(checks, check)
    const publishedHeld = check && waitingMark(check)
    return { event: 'answer', outcome, text, photoIds, published: publish, publishedHeld }
  })
  return replyToStaff(answered, context)
}
