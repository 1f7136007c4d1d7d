import { reporterOf } from '../affairs/read'
import { rosterPhoneOf } from '../community/read'
import type { Input } from '../contract'
import { members } from '../kit/actor'
import type { Database } from '../kit/database'
import { signedUpPerson } from '../meetings/read'
import { declarantOf } from '../residency/read'

/** Somebody whom staff want to reach. */
export interface Whom {
  communityId: string
  memberId: string
  name: string
  phone: string | null
}

type Target = Pick<Input<'privacy.reveal'>, 'kind' | 'targetId'>

/**
 * Who is behind what staff look at. Whoever chose not to be known stays unknown (docs/decisions/0042). Three round
 * trips at most.
 * @returns null where there is nothing of that id; NOT_SHOWN where the person is not to be shown, or is not known
 */
export async function whomOf(
  db: Database,
  { kind, targetId }: Target,
  mayLook: (communityId: string) => boolean,
): Promise<Whom | 'NOT_SHOWN' | null> {
  if (kind === 'residency') {
    const declarant = await declarantOf(db, targetId)
    return declarant && mayLook(declarant.communityId) ? declarant : null
  }
  const found = await pointerOf(db, { kind, targetId })
  if (!found || !mayLook(found.communityId)) return null
  if (!found.memberId || ('name' in found && found.name === null)) return 'NOT_SHOWN'
  const member = await db.read(members, found.memberId)
  if (!member || member.erasedAt) return 'NOT_SHOWN'
  const { _id: memberId, name, residency } = member
  const phone = residency && (await rosterPhoneOf(db, residency.householdId, name))
  return { communityId: found.communityId, memberId, name, phone }
}

async function pointerOf(
  db: Database,
  { kind, targetId }: Target,
): Promise<{ communityId: string; memberId: string | null; name?: string | null } | null> {
  if (kind === 'case') return reporterOf(db, targetId)
  if (kind === 'signUp') return signedUpPerson(db, targetId)
  const member = await db.read(members, targetId)
  return member?.residency ? { communityId: member.residency.communityId, memberId: member._id } : null
}
