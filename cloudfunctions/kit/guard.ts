import type { Access } from '../contract/access'
import { reach, reachUnit, type Actor, type RegisteredActor } from './actor'
import { isOpenAtDesk } from './desk'
import { Refusal } from './refusal'

/**
 * The one gate of every action. Default deny: an access that is not known here is refused, and so is at a desk what is
 * not open there. What is public is shown to a desk as to anybody: nothing of the person.
 * @returns the actor as the handler may see it: for staff, `covers` counts only the roles that the action names
 * @throws Refusal UNAUTHENTICATED, FORBIDDEN, or NOT_FOUND for a community that is not one's own
 */
export function admit(access: Access, actor: Actor | null, input: unknown): Actor | null {
  if (access.kind === 'anyone') return actor?.desk ? null : actor
  if (actor?.desk && !isOpenAtDesk(access)) throw new Refusal('FORBIDDEN')
  switch (access.kind) {
    case 'member':
      return signedIn(actor)
    case 'resident':
      if (!signedIn(actor).residency) throw new Refusal('FORBIDDEN')
      return actor
    case 'registered':
      return admitRegistered(signedIn(actor))
    case 'staff':
      return admitStaff(access, signedIn(actor), input)
    case 'timer':
      if (actor) throw new Refusal('FORBIDDEN')
      return null
    case 'push':
      return null
    default:
      throw new Refusal('FORBIDDEN')
  }
}

/** A registration counts where one lives: whoever has moved on applies there. */
function admitRegistered(actor: Actor): RegisteredActor {
  const { member, residency } = actor
  const registration = member?.registration
  if (!member || !residency || registration?.communityId !== residency.communityId)
    throw new Refusal('FORBIDDEN')
  return { ...actor, member, residency, registration }
}

function admitStaff(access: Extract<Access, { kind: 'staff' }>, actor: Actor, input: unknown): Actor {
  const duties = actor.duties.filter(({ role }) => access.roles.includes(role))
  if (duties.length === 0) throw new Refusal('FORBIDDEN')
  const covers = (communityId: string) => reach(duties, communityId)
  if (access.scope === 'input.communityId') {
    const { communityId } = input as { communityId?: unknown }
    if (typeof communityId !== 'string' || !covers(communityId)) throw new Refusal('NOT_FOUND')
  }
  if (access.scope === 'input.unit') {
    const { communityId, building, unit } = input as Record<string, unknown>
    const isUnit = typeof communityId === 'string' && typeof building === 'string' && typeof unit === 'string'
    if (!isUnit || !reachUnit(duties, communityId, { building, unit })) throw new Refusal('NOT_FOUND')
  }
  return { ...actor, duties, covers }
}

function signedIn(actor: Actor | null): Actor {
  if (!actor) throw new Refusal('UNAUTHENTICATED')
  return actor
}
