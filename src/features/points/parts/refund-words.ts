import { plainDay, sayDay } from '@/services/format'
import type { Redemption } from './redemption-cell'

/** What a refund is worth depends on these. */
type Refund = Pick<Redemption, 'costPoints' | 'refundExpires'>

/**
 * Says which points of a refund can be used no more.
 * @param at the instant of the refund
 * @returns e.g. 这 30 分 12 月 31 日已到期，退回来也用不了; null where all of them can
 */
export const deadWords = (refund: Refund, at: string, now?: number): string | null =>
  refund.refundExpires && plainDay(at) > refund.refundExpires.expiresOn
    ? `${firstToExpire(refund, now)}已到期，退回来也用不了`
    : null

/** The same after what is said of a refund; alone where none of its points can be used. */
export function refundWords(said: string, refund: Refund, at: string, now?: number): string {
  const dead = deadWords(refund, at, now)
  if (!dead) return said
  return isPart(refund) ? `${said}，${dead}` : dead
}

/** What becomes of the points of a redemption that nobody picks up: 过期自动退回 30 分. */
export const lapseWords = (refund: Refund & Pick<Redemption, 'pickUpBefore'>, now?: number): string =>
  refund.refundExpires && refund.refundExpires.expiresOn <= plainDay(refund.pickUpBefore)
    ? `过期自动取消，${firstToExpire(refund, now)}到期，退回来也用不了`
    : `过期自动退回 ${refund.costPoints} 分`

/** 这 30 分 12 月 31 日, or 其中 10 分明天 where the others last longer. */
const firstToExpire = (refund: Refund, now?: number): string => {
  if (!refund.refundExpires) return ''
  const { points, expiresOn } = refund.refundExpires
  const day = sayDay(expiresOn, now)
  return `${isPart(refund) ? '其中' : '这'} ${points} 分${/^\d/.test(day) ? ' ' : ''}${day}`
}

const isPart = ({ costPoints, refundExpires }: Refund): boolean =>
  refundExpires !== null && refundExpires.points < costPoints
