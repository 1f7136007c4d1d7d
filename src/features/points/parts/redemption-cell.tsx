import type { Output } from '@contract/index'
import { sayDay } from '@/services/format'
import { open } from '@/services/go'
import { Cell } from '@/ui/cell'
import { Chip, type ChipTone } from '@/ui/chip'
import { deadWords } from './refund-words'

export type Redemption = Output<'points.redemptions'>['redemptions'][number]
export type RedemptionState = Redemption['state']

/** How a redemption stands, in a word. */
const stateWords: Record<RedemptionState, { text: string; tone: ChipTone; refunded?: true }> = {
  open: { text: '待领取', tone: 'accent' },
  picked_up: { text: '已领取', tone: 'plain' },
  cancelled: { text: '已取消', tone: 'plain', refunded: true },
  timed_out: { text: '过期未领', tone: 'warn', refunded: true },
}

/** One redemption in a list. */
export const RedemptionCell = ({ redemption }: { redemption: Redemption }) => {
  const { text: state, tone, refunded } = stateWords[redemption.state]
  // Of points that came back too late nothing is said here.
  const isDead = deadWords(redemption, redemption.endedAt ?? redemption.redeemedAt) !== null
  const text = refunded && !isDead ? `${state}，积分已退` : state
  const stands =
    redemption.state === 'open'
      ? `最晚 ${sayDay(redemption.pickUpBefore)}领取`
      : `${sayDay(redemption.redeemedAt)}兑换，${redemption.costPoints} 分`
  const when = [stands, redemption.redeemedBy].filter(Boolean).join('，')
  const title = `${redemption.itemName}${redemption.quantity > 1 ? ` × ${redemption.quantity}` : ''}`
  return (
    <Cell
      title={title}
      note={when}
      tail={<Chip text={text} tone={tone} />}
      label={`${title} ${when} ${text}`}
      onTap={() => open('pickup', { id: redemption.id })}
    />
  )
}
