import { useState } from 'react'
import { View } from '@tarojs/components'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { liveProps } from '@/ui/aria'
import { Confirm } from '@/ui/sheet'
import { deadWords, refundWords } from './refund-words'
import type { Redemption } from './redemption-cell'

interface Props {
  open: boolean
  redemption: Redemption
  onClose: () => void
  /** It was cancelled, or it turned out to have ended. */
  onSettled: () => Promise<void>
}

/** Asks before a redemption is cancelled. */
export const CancelSheet = ({ open, redemption, onClose, onSettled }: Props) => {
  const [refusal, setRefusal] = useState<string | null>(null)
  const action = useAction('points.cancelRedemption')
  const now = new Date().toISOString()
  const cancel = async () => {
    setRefusal(null)
    const reply = await action.run({ redemptionId: redemption.id })
    if (!reply) return
    if (reply.ok) {
      toast(deadWords(redemption, now) ? '已取消' : `已取消，${redemption.costPoints} 分退回来了`)
      onClose()
    } else setRefusal(sentenceOf(reply))
    await onSettled()
  }
  return (
    <Confirm
      open={open}
      title="取消这次兑换？"
      yes="取消兑换"
      no="先不取消"
      danger
      onYes={cancel}
      onClose={onClose}
    >
      <View>
        {refundWords(`${redemption.costPoints} 分马上退回`, redemption, now)}。「{redemption.itemName}
        」留给其他邻居。想要的话可以再兑换，但可能已换完。
      </View>
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}
