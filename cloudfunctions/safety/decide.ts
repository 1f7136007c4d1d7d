import type { Input, Output } from '../contract'
import { refreshBoards } from '../home/post'
import { claim } from '../kit/claim'
import type { Context } from '../kit/handler'
import { isDecided } from './rules'
import { settle } from './settle'
import { checks, type Check } from './store'
import { heldView } from './views'

type Deciding = Context<'safety.pass'>

/**
 * Staff decide on what is held: its check, the thing itself and the message to its writer are written in one
 * transaction. Nobody decides on what they wrote.
 */
export async function decide(
  event: 'pass' | 'refuse',
  { checkId, version }: Pick<Input<'safety.pass'>, 'checkId' | 'version'>,
  reason: string,
  context: Deciding,
): Promise<Output<'safety.pass'>> {
  const { me, db, now, files, fail, inputHash } = context
  const effectId = context.effectId('a')
  const decided = await db.transact<Check>(async (tx, attempt) => {
    const check = await tx.find(checks, checkId)
    if (!check || !me.covers(check.communityId)) return fail('NOT_FOUND')
    const earlier = check.timeline.find((row) => row.effectId === effectId)
    if (earlier) return earlier.inputHash === inputHash ? check : fail('CONFLICT')
    await claim(tx, attempt, context)
    if (check.writerId === me.memberId) return fail('NOT_ONESELF')
    if (isDecided(check)) return fail('ALREADY_DECIDED')
    if (check.version !== version) return fail('CHANGED_MEANWHILE')
    const row = { event, at: now.toISOString(), actor: me.memberId, reason, effectId, inputHash }
    return (await settle(tx, check, 'staff', row)) ?? fail('ALREADY_DECIDED')
  })
  if (decided.kind === 'notice' && event === 'pass') await refreshBoards(decided.communityId, context)
  return heldView(decided, await files.links(decided.photoId ? [decided.photoId] : []))
}
