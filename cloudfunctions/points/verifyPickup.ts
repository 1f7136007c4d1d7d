import type { Output } from '../contract'
import { limits } from '../contract/limits'
import type { Context, Handler } from '../kit/handler'
import { codeOf, readQr } from './codes'
import { byCode, endedBy } from './queries'
import { moved, whyNotMove } from './rules'
import { items, redemptions, type Redemption } from './store'
import { returnTry, spendTry } from './tries'

type Verifying = Context<'points.verifyPickup'>

/** Hands the goods over. By QR five round trips, by digits seven. */
export const verifyPickup: Handler<'points.verifyPickup'> = async ({ code }, context) => {
  const { db, fail } = context
  // A repeat gets its answer for as long as it asks, also when the code is outdated by then.
  const [earlier] = await db.list(redemptions, endedBy(context.effectId('r')))
  if (earlier) return isCodeOf(code, earlier) ? verifiedView(earlier) : fail('CONFLICT')
  const scanned = readQr(code, context.now)
  if (typeof scanned === 'string') return fail(scanned)
  const redemption = scanned
    ? await db.read(redemptions, scanned.redemptionId)
    : await findByDigits(code, context)
  if (!redemption || !context.me.covers(redemption.communityId)) return fail('CODE_WRONG')
  return handOver(redemption, context)
}

async function handOver(redemption: Redemption, context: Verifying) {
  const { me, now, db, fail } = context
  const request = context.effectId('r')
  if (redemption.endedBy === request) return verifiedView(redemption)
  // Whoever spent somebody's points does not also hand out what they bought (docs/decisions/0136).
  if (redemption.timeline[0]?.by?.memberId === me.memberId) return fail('NOT_ONESELF')
  const why = whyNotMove(redemption, 'pickUp')
  if (why) return fail(why)
  const ended = moved(redemption, 'pickUp', { actor: me.memberId, request, at: now.toISOString() })
  const { state, openCode, endedAt, endedBy: by, timeline } = ended
  // Of two verifiers at once, or a verifier and a cancelling owner, one finds it open.
  const mine = await db.changeIf(
    redemptions,
    redemption._id,
    { state: 'open' },
    { state, openCode, endedAt, endedBy: by, timeline },
  )
  if (!mine) {
    const present = await db.read(redemptions, redemption._id)
    return present?.endedBy === request
      ? verifiedView(present)
      : fail(whyNotMove(present ?? ended, 'pickUp') ?? 'CONFLICT')
  }
  await db.settle(items, redemption.itemId, redemption._id, redemption)
  return verifiedView(ended)
}

/** Every lookup of digits costs a guess; a right one gives it back. */
async function findByDigits(
  text: string,
  { me, now, db, fail, effectId }: Verifying,
): Promise<Redemption | null> {
  if (!/^\d+$/.test(text) || text.length !== limits.pickup.digits) return fail('INVALID_INPUT', 'code')
  const communities = me.duties.map(({ placeId }) => placeId)
  const tries = me.member && (await spendTry(db, me.member, now))
  if (!tries) return fail('TOO_MANY_TRIES')
  const found = await db.list(redemptions, byCode(communities.map((id) => codeOf(id, text))))
  const open = found.find(({ state }) => state === 'open')
  // An identical call of this very moment may have been faster.
  const mine = found.find((one) => one.endedBy === effectId('r'))
  if (open || mine) await returnTry(db, me.memberId, tries)
  return mine ?? open ?? found[0] ?? null
}

/** Whether a code, good or outdated, is one of this redemption's. */
const isCodeOf = (code: string, { _id, communityId, code: stored }: Redemption): boolean =>
  code.split('.')[1] === _id || codeOf(communityId, code) === stored

const verifiedView = (redemption: Redemption): Output<'points.verifyPickup'> => ({
  redemptionId: redemption._id,
  itemName: redemption.itemName,
  quantity: redemption.quantity,
  costPoints: redemption.costPoints,
  memberName: redemption.memberName,
  memberPlace: redemption.memberPlace,
  pickedUpAt: redemption.endedAt ?? redemption.redeemedAt,
})
