import type { Notice } from '../inbox/post'
import type { ActedBy } from '../kit/proxies'
import { helperText } from '../proxy/rules'
import type { Wish } from './redeem'

/** What the resident is told whose points a helper (代办) has spent: the code is on their own page. */
export const redeemedNotice = (
  { id, item, quantity }: Wish,
  memberId: string,
  by: ActedBy,
  now: Date,
): Notice => ({
  title: `${helperText(by)}帮你兑换了商品`,
  text: `${item.name}${quantity > 1 ? ` × ${quantity}` : ''}，用了 ${item.costPoints * quantity} 积分。点开看领取码，领的时候给工作人员看。`,
  memberId,
  target: { kind: 'redemption', id },
  event: `redeem ${id}`,
  at: now.toISOString(),
})
