import type { Output } from '@contract/index'
import { sayDay } from '@/services/format'
import { open } from '@/services/go'
import { Cell } from '@/ui/cell'
import { Chip, type ChipTone } from '@/ui/chip'

export type Redemption = Output<'points.redemptions'>['redemptions'][number]
export type RedemptionState = Redemption['state']

/** How a redemption stands, in a word. */
export const stateWords: Record<RedemptionState, { text: string; tone: ChipTone }> = {
  open: { text: '待领取', tone: 'accent' },
  picked_up: { text: '已领取', tone: 'plain' },
  cancelled: { text: '已取消，积分已退', tone: 'plain' },
  timed_out: { text: '过期未领，积分已退', tone: 'warn' },
}

/** One redemption in a list. */
export const RedemptionCell = ({ redemption }: { redemption: Redemption }) => {
  const { text, tone } = stateWords[redemption.state]
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
