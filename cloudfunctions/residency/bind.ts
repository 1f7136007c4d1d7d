import { householdIdOf } from '../community/roster'
import type { Input } from '../contract'
import { unreadOf } from '../inbox/read'
import { members } from '../kit/actor'
import type { Context, Handler } from '../kit/handler'
import { earlierBy, requestOf } from '../kit/repeats'
import type { Tx } from '../kit/transact'
import { opens } from './codes'
import { freshResidency, memberAt } from './own'
import { doorOf, plainCode, type Door } from './rules'
import { movedResidency } from './states'
import { spendTry, triesAt, triesOf } from './tries'
import { paperCodes, residencies, residencyIdOf, type Residency } from './store'

type Binding = Context<'residency.bind'>

/**
 * Somebody has the slip of paper that was put under their door. Whatever is wrong with door or code, the answer is
 * one, and so is the way to it: six round trips. Fourteen when it is right.
 */
export const bind: Handler<'residency.bind'> = async (input, context) => {
  const { me, now, db, fail } = context
  const door = doorOf(input)
  if ('notA' in door) return fail('INVALID_INPUT', door.notA)
  if (!me.member && input.name === null) return fail('INVALID_INPUT', 'name')
  if (me.residency) return repeated(context)
  const householdId = householdIdOf(input.communityId, door)
  for (const tries of [triesOf(me.memberId), triesAt(householdId)]) {
    const lockedUntil = await spendTry(db, tries, now)
    if (lockedUntil !== null) return fail('BIND_LOCKED', lockedUntil)
  }
  const code = plainCode(input.code)
  const paper = await db.read(paperCodes, householdId)
  if (!opens(paper, householdId, code, now)) return fail('BIND_CODE_WRONG')
  if (paper?.issuedBy === me.memberId) return fail('NOT_ONESELF')
  const unread = await unreadOf(db, me)
  await db.transact((tx) => write(tx, input, door, unread, context))
  return { state: 'verified' }
}

/** Of somebody who lives somewhere already: by this very request, perhaps. */
async function repeated({ me, db, fail, effectId, inputHash }: Binding): Promise<{ state: 'verified' }> {
  const found = await db.read(residencies, residencyIdOf(me.memberId))
  const earlier = found && earlierBy(found.timeline, effectId('h'), inputHash)
  if (earlier === 'mine') return { state: 'verified' }
  return fail(earlier === 'other' ? 'CONFLICT' : 'ALREADY_RESIDENT')
}

async function write(
  tx: Tx,
  input: Input<'residency.bind'>,
  door: Door,
  unread: number,
  { me, now, fail, effectId, inputHash }: Binding,
): Promise<Residency> {
  const { memberId } = me
  const found = await tx.find(residencies, residencyIdOf(memberId))
  const earlier = found && earlierBy(found.timeline, effectId('h'), inputHash)
  if (found && earlier) return earlier === 'mine' ? found : fail('CONFLICT')
  const place = { communityId: input.communityId, ...door }
  const householdId = householdIdOf(input.communityId, door)
  const paper = await tx.find(paperCodes, householdId)
  // Somebody else may have been faster, or a newer code have come, since it was looked up.
  if (!paper || !opens(paper, householdId, plainCode(input.code), now)) return fail('BIND_CODE_WRONG')
  const member = await tx.find(members, memberId)
  if (member?.residency) return fail('ALREADY_RESIDENT')
  const at = now.toISOString()
  const request = requestOf(effectId('h'), inputHash)
  const claimed = { ...(found ?? freshResidency(memberId, place, at)), ...place, declaredAt: at }
  const next =
    movedResidency(claimed, 'bind', { who: 'member', actor: memberId, request, at }) ?? fail('WRONG_STATE')
  await tx.put(paperCodes, { ...paper, usedAt: at, usedBy: memberId })
  const name = member?.name ?? input.name ?? fail('INVALID_INPUT', 'name')
  await tx.put(members, memberAt(member, place, { memberId, name, unread, at }))
  return tx.put(residencies, next)
}
