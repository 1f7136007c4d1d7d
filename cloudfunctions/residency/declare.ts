import { householdIdOf, households } from '../community/roster'
import { maskedPhone, namesBuilding } from '../community/rules'
import type { Handler } from '../kit/handler'
import { seal } from '../kit/keys'
import { earlierBy, requestOf } from '../kit/repeats'
import { knownCompounds } from '../territory/read'
import { freshResidency } from './own'
import { phoneHmac, phoneSeal } from './phones'
import { doorOf, isOnRoster } from './rules'
import { isWaiting, movedResidency } from './states'
import { residencies, residencyIdOf } from './store'
import { shownState } from './views'

/**
 * Somebody says where they live. Whether the roster has them there decides their place in the queue, and is not told
 * to them (docs/decisions/0120). Seven round trips.
 */
export const declare: Handler<'residency.declare'> = async (input, context) => {
  const { me, now, db, fail, inputHash } = context
  const { communityId, compound, name, phone } = input
  const door = doorOf(input)
  if ('notA' in door) return fail('INVALID_INPUT', door.notA)
  const [compounds, household] = await Promise.all([
    knownCompounds(db, communityId),
    db.read(households, householdIdOf(communityId, door)),
  ])
  const named = compounds.find((one) => one.name === compound) ?? fail('INVALID_INPUT', 'compound')
  if (!namesBuilding(named.buildings, door.building)) return fail('INVALID_INPUT', 'building')
  const event = isOnRoster(household, { name, phone }) ? 'declareMatched' : 'declare'
  const at = now.toISOString()
  const request = context.effectId('h')
  const declared = await db.transact(async (tx) => {
    const found = await tx.find(residencies, residencyIdOf(me.memberId))
    const earlier = found && earlierBy(found.timeline, request, inputHash)
    if (found && earlier) return earlier === 'mine' ? found : fail('CONFLICT')
    if (me.residency) return fail('ALREADY_RESIDENT')
    if (found && isWaiting(found.state)) return fail('REQUEST_OPEN')
    const told = {
      ...(found ?? freshResidency(me.memberId, { communityId, ...door }, at)),
      communityId,
      ...door,
      name,
      phone: {
        masked: maskedPhone(phone),
        hmac: phoneHmac(phone),
        sealed: seal(phoneSeal, phone, me.memberId),
      },
      declaredAt: at,
    }
    const by = { who: 'member', actor: me.memberId, request: requestOf(request, inputHash), at } as const
    const next = movedResidency(told, event, by) ?? fail('WRONG_STATE')
    return found ? tx.put(residencies, next) : tx.insert(residencies, next)
  })
  return { state: shownState(declared.state) }
}
