import { maskedPhone } from '../community/rules'
import type { Role } from '../contract/access'
import { limits } from '../contract/limits'
import type { Database } from '../kit/database'
import { Refusal } from '../kit/refusal'
import { addMinutes } from '../kit/time'
import { auditOnce } from './audit'
import { dutiesAt, invitationsTo } from './queries'
import { isLastDay, untilOf } from './rules'
import { duties, invitations, type Invitation } from './store'
import { newSecret, phoneHmac } from './tokens'

/** What is offered to whom, by whom, and by which request. */
export interface Offer {
  invitationId: string
  auditId: string
  action: string
  inputHash: string
  givenBy: string
  role: Role
  placeId: string
  within?: Invitation['within'] | null | undefined
  name: string
  phone: string
  lastDay: string | null
}

/**
 * Writes an invitation with its audit row. A repeat of the request finds it and gets a new link: the secret of the one
 * before is known to nobody here. Six round trips.
 * @throws Refusal LAST_DAY_OUT_OF_RANGE, TOO_MANY_DUTIES; CONFLICT for the same id with another input; WRONG_STATE for
 * a repeat when it can be accepted no more
 */
export async function makeOffer(
  db: Database,
  offer: Offer,
  now: Date,
): Promise<{ invitation: Invitation; link: string }> {
  const at = now.toISOString()
  if (!isLastDay(offer.lastDay, now)) throw new Refusal('LAST_DAY_OUT_OF_RANGE')
  const [held, invited] = await Promise.all([
    db.list(duties, { ...dutiesAt(offer.placeId), only: ['state'] }),
    db.list(invitations, { ...invitationsTo(offer.placeId, at), only: ['state'] }),
  ])
  const others = invited.filter(({ _id }) => _id !== offer.invitationId)
  if (held.length + others.length >= limits.duty.perPlace) throw new Refusal('TOO_MANY_DUTIES')
  const { link, secretHash } = newSecret(offer.invitationId)
  const invitation = await db.transact(async (tx, attempt) => {
    const earlier = attempt > 0 ? await tx.find(invitations, offer.invitationId) : null
    if (earlier) return tx.put(invitations, renewed(earlier, offer, secretHash, at))
    const fresh = await tx.insert(invitations, invitationFor(offer, secretHash, now))
    await auditOnce(tx, attempt, auditOf(offer, at))
    return fresh
  })
  return { invitation, link }
}

function renewed(earlier: Invitation, { inputHash }: Offer, secretHash: string, at: string): Invitation {
  if (earlier.inputHash !== inputHash) throw new Refusal('CONFLICT')
  if (earlier.state !== 'open' || earlier.expiresAt <= at) throw new Refusal('WRONG_STATE')
  return { ...earlier, secretHash }
}

function invitationFor(offer: Offer, secretHash: string, now: Date): Invitation {
  const { invitationId, inputHash, givenBy, role, placeId, within, name, phone, lastDay } = offer
  return {
    _id: invitationId,
    schemaVersion: 1,
    inputHash,
    role,
    placeId,
    ...(within ? { within } : {}),
    state: 'open',
    name,
    phone: { masked: maskedPhone(phone), hmac: phoneHmac(phone) },
    until: untilOf(lastDay),
    givenBy,
    secretHash,
    invitedAt: now.toISOString(),
    expiresAt: addMinutes(now, limits.duty.invitationHours * 60).toISOString(),
    wrongPhones: 0,
    lastWrong: null,
    acceptedBy: null,
  }
}

const auditOf = (offer: Offer, at: string) => ({
  _id: offer.auditId,
  communityId: offer.placeId,
  actor: offer.givenBy,
  action: offer.action,
  document: offer.invitationId,
  inputHash: offer.inputHash,
  at,
  before: {},
  after: { state: 'open', role: offer.role, lastDay: offer.lastDay, ...unitsOf(offer) },
})

/** In the audit row as one text: its values are plain. */
const unitsOf = ({ within }: Offer) =>
  within ? { within: `${within.building}:${within.units?.join(',') ?? ''}` } : {}
