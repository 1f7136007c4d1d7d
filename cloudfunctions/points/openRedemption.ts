import { maskedName, placeName } from '../community/rules'
import { limits } from '../contract/limits'
import type { Context } from '../kit/handler'
import { endOfChinaDay } from '../kit/time'
import { codeOf, digitsOf } from './codes'
import type { Wish } from './redeem'
import { periodOf } from './rules'
import type { Journal, Redemption } from './store'

/** A redemption at its beginning. Of the member it keeps only what a verifier may see. */
export function openRedemption(
  { id, item, quantity }: Wish,
  journal: Journal,
  codeSalt: number,
  { me, now, inputHash }: Pick<Context<'points.redeem'>, 'me' | 'now' | 'inputHash'>,
): Redemption {
  const code = codeOf(item.communityId, digitsOf(id, codeSalt))
  const at = now.toISOString()
  return {
    _id: id,
    schemaVersion: 1,
    inputHash,
    communityId: item.communityId,
    memberId: me.memberId,
    memberName: maskedName(me.member.name),
    memberPlace: placeName(me.residency),
    accountId: journal.member.account,
    accountSeq: journal.member.seq,
    itemId: item._id,
    itemName: item.name,
    quantity,
    costPoints: item.costPoints * quantity,
    period: periodOf(item, now),
    state: 'open',
    codeSalt,
    code,
    openCode: code,
    pickupPlace: item.pickupPlace,
    pickupHours: item.pickupHours,
    redeemedAt: at,
    pickUpBefore: endOfChinaDay(now, limits.redemption.pickupDays).toISOString(),
    ...firstToExpire(journal),
    endedAt: null,
    endedBy: null,
    timeline: [{ event: 'redeem', at, actor: me.memberId, ...(me.by ? { by: me.by } : {}) }],
  }
}

/** Spending takes the earliest lot first, and its journal says so with negative points. */
function firstToExpire({ member: { lots } }: Journal): Pick<Redemption, 'refundExpires'> {
  const [first] = lots
  return first ? { refundExpires: { expiresOn: first.expiresOn, points: -first.points } } : {}
}
