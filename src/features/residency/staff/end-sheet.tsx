import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { oneLine } from '@/services/text'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { liveProps } from '@/ui/aria'
import { ReasonFields } from '@/ui/reason-fields'
import { Confirm } from '@/ui/sheet'
import { endReasons } from './request-words'

interface Props {
  person: { id: string; name: string }
  door: string
  onClose: () => void
  onDone: () => Promise<void>
}

/** Ends somebody's residency, with a reason that the person reads. */
export const EndSheet = ({ person, door, onClose, onDone }: Props) => {
  const [reason, setReason] = useState(endReasons[0] ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const go = async () => {
    if (oneLine(reason) === '') return setRefusal('请写原因')
    const reply = await perform('residency.end', { memberId: person.id, reason: oneLine(reason) })
    if (reply.ok) {
      toast('办好了，本人会收到消息')
      onClose()
    } else setRefusal(sentenceOf(reply))
    await onDone()
  }
  return (
    <Confirm open title="办迁出？" yes="确定迁出" danger onYes={go} onClose={onClose}>
      <View className="t-head t-break">
        {person.name} · {door}
      </View>
      <View className="t-note mt-1">他不再是这一户的住户，积分留着。弄错了可以再核验一次。</View>
      <ReasonFields
        reasons={endReasons}
        reason={reason}
        maxLength={limits.residency.reasonLength}
        placeholder="本人会看到"
        onChange={setReason}
      />
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}
