import { actorOf, members } from '../kit/actor'
import type { Handler } from '../kit/handler'
import { handlerRoleOf } from './actors'
import { changeAsStaff } from './change'
import { replyToStaff } from './replies'
import { levelOf } from './rules'

/** To somebody whose duty, in force now, reaches the community. Eight round trips. */
export const dispatch: Handler<'affairs.dispatch'> = async (input, context) => {
  const dispatched = await changeAsStaff(input, context, async (tx, kase) => {
    const member = await tx.find(members, input.handlerId)
    const actor = actorOf(input.handlerId, member, context.now)
    if (!member || !handlerRoleOf(actor, kase.communityId, levelOf(kase)))
      return context.fail('HANDLER_UNKNOWN')
    return { event: 'dispatch', handler: { id: member._id, name: member.name }, text: input.note }
  })
  return replyToStaff(dispatched, context)
}
