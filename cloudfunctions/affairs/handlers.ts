import { appointedOver } from '../community/read'
import { limits } from '../contract/limits'
import { actorOf } from '../kit/actor'
import type { Handler } from '../kit/handler'
import { handlerRoleOf, staffLevelOf } from './actors'

/** Those whose duty reaches the community, by name. Two round trips. */
export const handlers: Handler<'affairs.handlers'> = async ({ communityId }, { me, now, db }) => {
  const level = staffLevelOf(me, communityId) ?? 'community'
  const found = (await appointedOver(db, communityId)).flatMap((member) => {
    const role = handlerRoleOf(actorOf(member._id, member, now), communityId, level)
    return role ? [{ id: member._id, name: member.name, role }] : []
  })
  const sorted = found.sort((a, b) => (a.role + a.name < b.role + b.name ? -1 : 1))
  return { handlers: sorted.slice(0, limits.case.handlers) }
}
