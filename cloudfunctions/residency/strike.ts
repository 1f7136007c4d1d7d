import { householdIdOf, households } from '../community/roster'
import { maskedName } from '../community/rules'
import { bounds } from '../contract/residency-bounds'
import { members } from '../kit/actor'
import { audits } from '../kit/audit'
import type { Handler } from '../kit/handler'
import { boundTo } from './queries'
import { comparedWith } from './rules'

/**
 * Strikes somebody off the roster of a door. The audit row is the record of the request, and has the name masked: it
 * outlives what it is about. An import that brought this household cannot be undone from then on. Eight round trips.
 */
export const strike: Handler<'residency.strike'> = async (input, context) => {
  const { name, reason } = input
  const { me, now, db, fail, inputHash } = context
  const id = householdIdOf(input.communityId, input)
  const bound = await db.list(members, boundTo([id], bounds.boundListed))
  const request = context.effectId('a')
  return db.transact(async (tx) => {
    const household = (await tx.find(households, id)) ?? fail('NOT_FOUND')
    const earlier = await tx.find(audits, request)
    if (earlier)
      return earlier.inputHash === inputHash ? { left: household.persons.length } : fail('CONFLICT')
    const person = household.persons.find((one) => one.name === name) ?? fail('WRONG_STATE')
    if (bound.some((one) => comparedWith(person, one.name, () => false).sameName))
      return fail('STILL_RESIDENT')
    const persons = household.persons.filter((one) => one !== person)
    const at = now.toISOString()
    await tx.insert(audits, {
      ...{ _id: request, schemaVersion: 1, inputHash, at, communityId: input.communityId },
      ...{ actor: me.memberId, action: 'residency.strike', document: id },
      before: { persons: household.persons.length, name: maskedName(name) },
      after: { persons: persons.length, reason },
    })
    await tx.put(households, { ...household, persons, writtenBy: request, writtenAt: at })
    return { left: persons.length }
  })
}
