import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import type { Output } from '@contract/index'
import { sayDay } from '@/services/format'
import { useActing } from '@/services/acting'
import { replace } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { buzz } from '@/services/platform/device'
import { mayChangeAfter } from '@/services/unsure'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import { offerMessage, useMessageTemplates } from '@/services/wechat-messages'
import { Field, Stepper } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import { liveProps } from '@/ui/aria'

interface Props {
  open: boolean
  item: Output<'points.item'>['item']
  mine: NonNullable<Output<'points.item'>['mine']>
  onClose: () => void
  /** The server said no for good: what the page shows is out of date. */
  onRefused: () => Promise<void>
}

const dayMs = 86_400_000

/** What was sent and has no definite answer: it may have taken effect, so nothing else is sent before it. */
interface Unsure {
  wish: { quantity: number; atMostPoints: number } | null
  /** Milliseconds since 1970; a day later it is looked up among the redemptions, not sent again. */
  at: number
}

/** How many, what it costs, what is left afterwards, where and until when to fetch it; then it is done. */
export const RedeemSheet = ({ open, item, mine, onClose, onRefused }: Props) => {
  const [quantity, setQuantity] = useState(1)
  const [refusal, setRefusal] = useState<string | null>(null)
  const action = useAction('points.redeem')
  const isActing = useActing(({ session }) => session !== null)
  const kept = useKept<Unsure>(`redeem.${item.id}`, { wish: null, at: 0 })
  const unsure = Date.now() - kept.value.at < dayMs ? kept.value.wish : null
  const most = Math.max(1, mostOf(item, mine))
  const count = unsure?.quantity ?? Math.min(quantity, most)
  const cost = unsure?.atMostPoints ?? count * item.costPoints

  useMessageTemplates()
  const redeem = async () => {
    setRefusal(null)
    offerMessage('pickup')
    const wish = { quantity: count, atMostPoints: cost }
    if (!unsure) kept.change({ wish, at: Date.now() })
    const reply = await action.run({ itemId: item.id, ...wish })
    if (!reply) return
    if (reply.ok) {
      kept.restart()
      buzz()
      // A helper (代办) is not shown the code: the resident has it in 消息.
      if (!isActing) return replace('pickup', { id: reply.data.id, new: '1' })
      toast('换好了，领取码在本人的消息里')
      return replace('redemptions')
    }
    setRefusal(sentenceOf(reply))
    if (!mayChangeAfter(reply, unsure !== null)) return
    kept.restart()
    await onRefused()
  }

  return (
    <Confirm open={open} title="确认兑换" yes={`用 ${cost} 分兑换`} onYes={redeem} onClose={onClose}>
      <View className="t-head t-break">{item.name}</View>
      {(unsure ?? most > 1) && (
        <View className="mt-3">
          <Field label="数量" hint={unsure ? '等结果，先不改' : `最多 ${most} 份`}>
            {unsure ? (
              <View>{count} 份</View>
            ) : (
              <Stepper label="数量" value={count} min={1} max={most} onChange={setQuantity} />
            )}
          </Field>
        </View>
      )}
      <View className="redeem-facts mt-3">
        <View>
          一共 <View className="inline num">{cost} 分</View>
          {!unsure && (
            <>
              ，换后还有 <View className="inline num">{mine.available - cost} 分</View>
            </>
          )}
        </View>
        <View>
          到「{item.pickupPlace}」领取，{item.pickupHours}
        </View>
        <View>
          最晚 {sayDay(new Date(Date.now() + limits.redemption.pickupDays * dayMs).toISOString())}
          领取，过期自动取消，没到期的积分会退回
        </View>
      </View>
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}

const mostOf = (item: Props['item'], mine: Props['mine']) =>
  Math.min(
    limits.redemption.maxQuantity,
    item.left,
    mine.mayStillRedeem,
    Math.floor(mine.available / Math.max(1, item.costPoints)),
  )
