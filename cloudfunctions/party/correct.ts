import { claim } from '../kit/claim'
import type { Handler } from '../kit/handler'
import { hosted } from './hosted'
import { tellPart } from './notices'
import { movedParticipation } from './participationStates'
import { earlierBy, requestOf } from '../kit/repeats'
import { isCorrectionTime } from './rules'
import { settle } from './settle'
import { participations } from './store'
import { participantView } from './views'

/**
 * Settles or corrects somebody's minutes, with the reason. Points follow by a further entry in the same transaction.
 * Fifteen round trips at most.
 */
export const correct: Handler<'party.correct'> = async ({ participationId, minutes, reason }, context) => {
  const { me, now, db, fail, inputHash } = context
  const request = context.effectId('p')
  const { activity } = await hosted(participationId, context)
  const at = now.toISOString()
  const corrected = await db.transact(async (tx, attempt) => {
    const present = (await tx.find(participations, participationId)) ?? fail('NOT_FOUND')
    const earlier = earlierBy(present.timeline, request, inputHash)
    if (earlier) return earlier === 'mine' ? present : fail('CONFLICT')
    await claim(tx, attempt, context)
    if (!isCorrectionTime(activity, now)) return fail('NOT_CHECK_IN_TIME')
    const moved = movedParticipation(present, 'correct', {
      who: 'staff',
      actor: me.memberId,
      request: requestOf(request, inputHash),
      at,
      note: reason,
    })
    if (!moved) return fail('WRONG_STATE')
    const settlement = { minutes, settledBy: 'correct', actor: me.memberId, at, reason } as const
    const settled = await settle(tx, activity, moved, settlement)
    if (settled === 'POINTS_SPENT') return fail('POINTS_SPENT')
    await tellPart(tx, settled, 'correct', at)
    return settled
  })
  return participantView(corrected)
}
