import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { openTab } from '@/services/go'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import type { IconName } from '@/ui/icon-names'
import { refundWords } from './refund-words'
import type { Redemption, RedemptionState } from './redemption-cell'

type Ended = Exclude<RedemptionState, 'open'>

const endings: Record<Ended, { icon: IconName; title: string; refunded: boolean }> = {
  picked_up: { icon: 'circle-check', title: '已领取', refunded: false },
  cancelled: { icon: 'undo-2', title: '已取消', refunded: true },
  timed_out: { icon: 'calendar-clock', title: '过期没有领取', refunded: true },
}

/** How a redemption ended, and what became of the points. */
export const EndedCard = ({ redemption }: { redemption: Redemption }) => {
  if (redemption.state === 'open') return null
  const { icon, title, refunded } = endings[redemption.state]
  const { costPoints, endedAt } = redemption
  return (
    <Card>
      <View className="code-card">
        <View className="code-done">
          <Icon name={icon} size="l" />
        </View>
        <View className="t-title">{title}</View>
        <View className="mt-2 t-break">
          {redemption.itemName}
          {redemption.quantity > 1 && ` × ${redemption.quantity}`}
        </View>
        {endedAt && <View className="t-note">{sayMoment(endedAt)}</View>}
        <View className="t-note mt-2">
          {refunded
            ? refundWords(`${costPoints} 分已经退回`, redemption, endedAt ?? redemption.redeemedAt)
            : `用了 ${costPoints} 分`}
        </View>
        <View className="row mt-4">
          <Button look="soft" text="看积分明细" onTap={() => openTab('points')} />
        </View>
      </View>
    </Card>
  )
}
