import { placeOf } from '../community/read'
import type { Input, Output } from '../contract'
import { hashOf } from '../kit/canonical'
import type { Database } from '../kit/database'
import { effectId } from '../kit/ids'
import { Refusal } from '../kit/refusal'
import { chinaDay } from '../kit/time'
import { decideDuty } from './decide'
import { makeOffer } from './offer'
import { levelOf, operatorHand } from './policy'
import { dutiesAt } from './queries'
import { peopleIn } from './staff'
import { duties } from './store'
import { dutyView, finder } from './views'

/** Invites somebody to a duty of the district, once a day for the same words. Seven round trips. */
export async function inviteToDistrict(
  db: Database,
  now: Date,
  input: Input<'jobs.inviteDistrict'>,
): Promise<Output<'jobs.inviteDistrict'>> {
  const { operator, ...asked } = input
  if (levelOf(asked.placeId) !== 'district' || !(await placeOf(db, asked.placeId)))
    throw new Refusal('NOT_FOUND')
  const { id: givenBy } = operatorHand(operator)
  const inputHash = hashOf(input)
  const request = `${chinaDay(now)} ${inputHash}`
  const idOf = (kind: 'j' | 'a') => effectId(kind, givenBy, 'jobs.inviteDistrict', request)
  const { invitation, link } = await makeOffer(
    db,
    {
      ...asked,
      role: 'district_staff',
      invitationId: idOf('j'),
      auditId: idOf('a'),
      action: 'jobs.inviteDistrict',
      inputHash,
      givenBy,
    },
    now,
  )
  return { invitationId: invitation._id, link, expiresAt: invitation.expiresAt }
}

/** The duties of a district that are in force or wait. Two round trips. */
export async function dutiesOfDistrict(
  db: Database,
  { placeId }: Input<'jobs.districtDuties'>,
): Promise<Output<'jobs.districtDuties'>> {
  const held = levelOf(placeId) === 'district' ? await db.list(duties, dutiesAt(placeId)) : []
  const find = finder(await peopleIn(db, held, []))
  return { duties: held.map((duty) => dutyView(duty, find, operatorHand(''))) }
}

/** Decides about a duty as its operator may. A repeat finds it done: WRONG_STATE. */
export async function decideByOperator(
  db: Database,
  now: Date,
  input: Input<'jobs.decideDuty'>,
): Promise<Output<'jobs.decideDuty'>> {
  const { operator, dutyId, decision, reason } = input
  if (decision === 'revoke' && reason === null) throw new Refusal('INVALID_INPUT', 'reason')
  const hand = operatorHand(operator)
  const inputHash = hashOf(input)
  const { state } = await decideDuty(db, now, {
    decision,
    dutyId,
    hand,
    action: 'jobs.decideDuty',
    auditId: effectId('a', hand.id, 'jobs.decideDuty', `${now.toISOString()} ${inputHash}`),
    inputHash,
    ...(reason ? { reason } : {}),
  })
  return { state }
}
