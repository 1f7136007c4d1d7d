import { nameOfPlace } from '../community/read'
import { actorOf, members, type Actor } from '../kit/actor'
import type { Context, Handler } from '../kit/handler'
import { handOf, isOperator, mayGive } from './policy'
import { whyClosed } from './rules'
import { duties, dutyIdOf, type Invitation } from './store'
import { invitationOf } from './tokens'
import { invitationView } from './views'

/** What the link offers, and by whom. Five round trips. */
export const invitation: Handler<'duties.invitation'> = async ({ token }, context) => {
  const { me, now, db, fail } = context
  const found = await invitationOf(token, context)
  const isMine = found.acceptedBy === me.memberId
  const closed = whyClosed(found, now.toISOString())
  if (closed && !isMine) return fail(closed)
  const [placeName, giver, duty] = await Promise.all([
    nameOfPlace(db, found.placeId),
    giverOf(found, context),
    isMine ? db.read(duties, dutyIdOf(me.memberId, found)) : null,
  ])
  if (giver === 'none' && !isMine) return fail('INVITATION_REVOKED')
  return invitationView(found, placeName, giver === 'none' ? null : giver, duty?.state ?? null)
}

/** Who gives it, and by which duty; `none` when they may no longer. Two round trips. */
async function giverOf({ givenBy, ...post }: Invitation, { db, now }: Context<'duties.invitation'>) {
  if (isOperator(givenBy)) return null
  const member = await db.read(members, givenBy)
  const giver = actorOf(givenBy, member, now)
  const duty = givingDuty(giver, post)
  if (!member || !duty) return 'none' as const
  return { name: member.name, role: duty.role, placeName: await nameOfPlace(db, duty.placeId) }
}

/** The duty by which somebody may give another. */
const givingDuty = (giver: Actor, post: Pick<Invitation, 'role' | 'placeId'>) =>
  giver.duties.find((duty) => mayGive(handOf({ ...giver, duties: [duty] }), post))
