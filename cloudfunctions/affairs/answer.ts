import type { Input } from '../contract'
import type { Context, Handler } from '../kit/handler'
import { checks, heldBy, screen, waitingMark, type Said, type Screening } from '../safety/post'
import { workersOf } from './actors'
import { changeAsStaff } from './change'
import { arePhotosOf } from './photos'
import { replyToStaff } from './replies'

type Answering = Context<'affairs.answer'>
type Published = NonNullable<Input<'affairs.answer'>['publish']>

/**
 * The reply, and for staff of the level that owns the case what everybody may read of it. Seven round trips, eight
 * with photos, nine where what is public is held; the reporter has the reply in any case.
 */
export const answer: Handler<'affairs.answer'> = async (input, context) => {
  const { me, db, fail } = context
  const { outcome, text, photoIds, publish } = input
  if (!(await arePhotosOf(db, me.memberId, photoIds))) return fail('INVALID_INPUT', 'photoIds')
  const screening = publish && (await screen(saidIn(publish), context))
  const answered = await changeAsStaff(input, context, async (tx, kase) => {
    // A handler from outside the office does not decide what is made public.
    if (publish && !workersOf(kase, me).includes('staff')) return fail('INVALID_INPUT', 'publish')
    const check = publish && screening ? heldCheck(screening, kase, publish, context) : null
    if (check) await tx.insert(checks, check)
    const publishedHeld = check && waitingMark(check)
    return { event: 'answer', outcome, text, photoIds, published: publish, publishedHeld }
  })
  return replyToStaff(answered, context)
}

const saidIn = ({ question, answer: said }: Published): Said[] => [
  { field: 'publish.question', text: question },
  { field: 'publish.answer', text: said },
]

/** @returns null where everybody may read it at once */
function heldCheck(
  { verdict, refusedField }: Screening,
  { _id, communityId }: { _id: string; communityId: string },
  publish: Published,
  context: Answering,
) {
  if (verdict === 'risky') return context.fail('CONTENT_REFUSED', refusedField ?? 'publish')
  if (verdict === 'pass') return null
  // A case that is reopened is answered anew: each answer is held for itself.
  const part = context.effectId('a')
  const texts = saidIn(publish)
  return heldBy(
    verdict,
    { kind: 'answer', documentId: _id, part, communityId, texts, photoId: null },
    context,
  )
}
