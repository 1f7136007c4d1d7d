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
import { sayDoor } from '../words'
import { strikeReasons } from './request-words'

interface Props {
  name: string
  communityId: string
  door: { building: string; unit: string; room: string }
  onClose: () => void
  onDone: () => Promise<void>
}

/** Strikes somebody off the roster of a door, with a reason that is written down. */
export const StrikeSheet = ({ name, communityId, door, onClose, onDone }: Props) => {
  const [reason, setReason] = useState(strikeReasons[0] ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { building, unit, room } = door
  const go = async () => {
    if (oneLine(reason) === '') return setRefusal('请写原因')
    const reply = await perform('residency.strike', {
      ...{ communityId, building, unit, room, name },
      reason: oneLine(reason),
    })
    if (reply.ok) {
      toast('划掉了')
      onClose()
    } else setRefusal(sentenceOf(reply))
    await onDone()
  }
  return (
    <Confirm open title="从花名册划掉？" yes="确定划掉" danger onYes={go} onClose={onClose}>
      <View className="t-head t-break">
        {name} · {sayDoor(door)}
      </View>
      <View className="t-note mt-1">
        花名册上这个人的姓名、电话和备注会删掉。以后导入的表格里还有这个人，就会再加上。
      </View>
      <ReasonFields
        reasons={strikeReasons}
        reason={reason}
        maxLength={limits.residency.reasonLength}
        placeholder="记在操作记录里"
        onChange={setReason}
      />
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}
