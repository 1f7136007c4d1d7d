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
import { sayHelper, type ProxyRecord } from '../words'

interface Props {
  record: ProxyRecord
  onClose: () => void
  onDone: () => Promise<void>
}

const reasons = ['没有跟我说过', '说的不是这件事', '办得不对']

/** It was not as agreed: the secretary reads it and answers. */
export const ObjectSheet = ({ record, onClose, onDone }: Props) => {
  const [text, setText] = useState(reasons[0] ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const go = async () => {
    if (oneLine(text) === '') return setRefusal('请说一句哪里不对')
    const reply = await perform('proxy.object', { proxyId: record.id, text: oneLine(text) })
    if (reply.ok) {
      toast('已告诉社区书记，会答复你')
      onClose()
    } else setRefusal(sentenceOf(reply))
    await onDone()
  }
  return (
    <Confirm open title="不是你同意的？" yes="告诉社区" danger onYes={go} onClose={onClose}>
      <View className="t-head t-break">{sayHelper(record)}</View>
      <View className="t-note mt-1">社区书记会核实并答复你。正在办的，马上停。</View>
      <ReasonFields
        reasons={reasons}
        reason={text}
        maxLength={limits.proxy.objectionLength}
        placeholder="哪里不对"
        onChange={setText}
      />
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}
