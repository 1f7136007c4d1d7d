import type { Member } from '../cloudfunctions/kit/actor'
import { withRegistration } from '../cloudfunctions/party/inForce'
import { phoneHmac } from '../cloudfunctions/party/phones'
import { movedRegistration } from '../cloudfunctions/party/registrationStates'
import { registrationIdOf, type Registration } from '../cloudfunctions/party/store'

/**
 * Residents as they are once a community has verified them: the documents that `apply` and `verify` would write,
 * from the same pure rules.
 */
export function registeredAt(residents: readonly Member[], now: Date) {
  const at = now.toISOString()
  const pairs = residents.map((member) => {
    const communityId = member.residency?.communityId ?? ''
    return {
      member: withRegistration(member, communityId, at),
      registration: registrationOf(member._id, communityId, at),
    }
  })
  return { members: pairs.map(({ member }) => member), registrations: pairs.map((pair) => pair.registration) }
}

function registrationOf(memberId: string, communityId: string, at: string): Registration {
  const fresh = {
    _id: registrationIdOf(communityId, memberId),
    schemaVersion: 1 as const,
    communityId,
    memberId,
    state: null,
    queueKey: '',
    appliedAt: at,
    branch: '演示支部',
    phone: { masked: '138****0000', hmac: phoneHmac('13800000000') },
    consentVersion: 1,
    reason: '',
    timeline: [],
  }
  const by = { actor: memberId, request: 'demo', at }
  const applied = movedRegistration(fresh, 'apply', { ...by, who: 'member' })
  const verified = applied && movedRegistration(applied, 'verify', { ...by, who: 'staff' })
  if (!verified) throw new Error('a registration that cannot begin')
  return verified
}
