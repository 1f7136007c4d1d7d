import type { Handler } from '../kit/handler'
import { workersOf } from './actors'
import { changeAsStaff } from './change'
import { arePhotosOf } from './photos'
import { replyToStaff } from './replies'

/** The reply, and for staff of the level that owns the case what everybody may read of it. Seven round trips, eight with photos. */
export const answer: Handler<'affairs.answer'> = async (input, context) => {
  const { me, db, fail } = context
  const { outcome, text, photoIds, publish } = input
  if (!(await arePhotosOf(db, me.memberId, photoIds))) return fail('INVALID_INPUT', 'photoIds')
  const answered = await changeAsStaff(input, context, (_tx, kase) => {
    // A handler from outside the office does not decide what is made public.
    if (publish && !workersOf(kase, me).includes('staff')) return fail('INVALID_INPUT', 'publish')
    return Promise.resolve({ event: 'answer', outcome, text, photoIds, published: publish })
  })
  return replyToStaff(answered, context)
}
