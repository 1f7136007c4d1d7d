import { nameOfPlace } from '../community/read'
import { maskedPhone } from '../community/rules'
import type { Input } from '../contract'
import type { Context, Handler } from '../kit/handler'
import { noteConsent } from '../privacy/post'
import { phoneHmac } from './phones'
import { isAlive, movedRegistration, type MovableRegistration } from './registrationStates'
import { earlierBy, requestOf } from '../kit/repeats'
import { registrationIdOf, registrations, type Registration } from './store'
import { myRegistrationView } from './views'

/** Applies, also anew after an end; the consent is kept with it. Seven round trips. */
export const apply: Handler<'party.apply'> = async (input, context) => {
  const { me, now, db, fail, inputHash } = context
  const { communityId } = me.residency
  const id = registrationIdOf(communityId, me.memberId)
  const request = context.effectId('n')
  const applied = await db.transact(async (tx) => {
    const found = await tx.find(registrations, id)
    const earlier = found && earlierBy(found.timeline, request, inputHash)
    if (found && earlier) return earlier === 'mine' ? found : fail('CONFLICT')
    if (found && isAlive(found.state)) return fail('ALREADY_REGISTERED')
    const by = {
      who: 'member',
      actor: me.memberId,
      request: requestOf(request, inputHash),
      at: now.toISOString(),
    } as const
    const next =
      movedRegistration(told(id, found, input, context), 'apply', by) ?? fail('CONFLICT', 'registration')
    await noteConsent(tx, {
      ...{ memberId: me.memberId, kind: 'party', version: input.consent, given: true },
      ...{ at: by.at, event: request },
    })
    return found ? tx.put(registrations, next) : tx.insert(registrations, next)
  })
  return myRegistrationView(applied, await nameOfPlace(db, communityId))
}

/** The registration with what was told for this application. */
const told = (
  id: string,
  found: Registration | null,
  { branch, phone, consent }: Input<'party.apply'>,
  { me, now }: Context<'party.apply'>,
): MovableRegistration => ({
  _id: id,
  schemaVersion: 1,
  communityId: me.residency.communityId,
  memberId: me.memberId,
  state: null,
  queueKey: '',
  reason: '',
  timeline: [],
  ...found,
  appliedAt: now.toISOString(),
  branch,
  phone: { masked: maskedPhone(phone), hmac: phoneHmac(phone) },
  consentVersion: consent,
})
