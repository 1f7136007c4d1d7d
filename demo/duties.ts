import type { Role } from '../cloudfunctions/contract/access'
import { dutyIdOf, duties, type Duty } from '../cloudfunctions/duties/store'
import { movedDuty, type MovableDuty } from '../cloudfunctions/duties/states'
import type { Database } from '../cloudfunctions/kit/database'
import { memberIdOf } from '../cloudfunctions/kit/ids'
import { personaOf, personas, type Persona } from './personas'

/** Who gave the personas their duties; the district's were given by two operators. */
const giverOf = (role: Role): string => {
  if (role === 'district_staff') return 'operator:演示'
  return memberIdOf(personaOf(role === 'street_staff' ? 'lin' : 'zhou').openId)
}

/**
 * How the duties came about that the personas' own documents hold, confirmed since: what an invitation, its acceptance
 * and a confirmation would write, from the same pure rules. Can be repeated.
 */
export async function appointPersonas(db: Database, since: Date, confirmedAt: Date): Promise<void> {
  const held = personas.flatMap((persona) => dutyOf(persona, since.toISOString(), confirmedAt.toISOString()))
  await Promise.all(held.map((duty) => db.insert(duties, duty)))
}

function dutyOf({ openId, name, duty: post }: Persona, since: string, confirmedAt: string): Duty[] {
  if (!post) return []
  const memberId = memberIdOf(openId)
  const { role, placeId, within } = post
  const fresh: MovableDuty = {
    ...{ role, placeId, ...(within ? { within } : {}) },
    _id: dutyIdOf(memberId, post),
    schemaVersion: 1,
    memberId,
    state: null,
    invitedName: name,
    givenBy: giverOf(post.role),
    approvedBy: null,
    since,
    until: null,
    confirmedAt: since,
    changedAt: since,
    reason: '',
    nextAt: null,
  }
  const accepted = movedDuty(fresh, 'accept', { who: 'invitee', at: since })
  const confirmed = accepted && movedDuty(accepted, 'confirm', { who: 'giver', at: confirmedAt })
  if (!confirmed) throw new Error(`the duty of ${name} cannot be given`)
  return [confirmed]
}
