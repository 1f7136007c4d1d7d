import { claimFirst } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { hosted } from './hosted'
import { move } from './move'
import { earlierBy, requestOf } from '../kit/repeats'
import { whyNotEnter } from './rules'
import { participations } from './store'
import { participantView } from './views'

/** Checks somebody in by hand who joined and whose phone does not work. Six round trips. */
export const attend: Handler<'party.attend'> = async ({ participationId, reason }, context) => {
  const { me, now, db, fail, inputHash } = context
  const request = context.effectId('p')
  const { participation, activity } = await hosted(participationId, context)
  const earlier = earlierBy(participation.timeline, request, inputHash)
  if (earlier) return earlier === 'mine' ? participantView(participation) : fail('CONFLICT')
  const why = whyNotEnter(activity, now)
  if (why) return fail(why)
  await claimFirst(db, context)
  const by = {
    who: 'staff',
    actor: me.memberId,
    request: requestOf(request, inputHash),
    at: now.toISOString(),
    note: reason,
  } as const
  const attended = await move(db, participation, 'checkIn', by)
  if (attended) return participantView(attended)
  // The person, or an identical call, may have been faster at this very moment.
  const present = (await db.read(participations, participationId)) ?? fail('NOT_FOUND')
  return earlierBy(present.timeline, request, inputHash) ? participantView(present) : fail('WRONG_STATE')
}
