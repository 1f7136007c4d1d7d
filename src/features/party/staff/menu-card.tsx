import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { open } from '@/services/go'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { TextInput } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import { oneLine, staffWords } from '../refusals'
import { isOver } from '../words'
import type { StaffActivity } from './staff-types'

interface Props {
  activity: StaffActivity
  onChanged: () => Promise<void>
}

/** What else staff do with an activity before it is over. */
export const MenuCard = ({ activity, onChanged }: Props) => {
  const [calling, setCalling] = useState(false)
  const ahead = activity.state === 'open' && !isOver(activity)
  if (!ahead) return null
  return (
    <Card>
      <List>
        <Cell
          icon="settings"
          title="修改活动"
          note="时间、地点、名额"
          onTap={() => open('activityForm', { id: activity.id })}
        />
        <Cell icon="x" title="取消这场" note="报了名的人都会收到消息" onTap={() => setCalling(true)} />
      </List>
      <CallOffSheet open={calling} activity={activity} onClose={() => setCalling(false)} onDone={onChanged} />
    </Card>
  )
}

interface CallOffProps {
  open: boolean
  activity: StaffActivity
  onClose: () => void
  onDone: () => Promise<void>
}

/** Calls an activity off, with a reason that everybody reads. */
const CallOffSheet = ({ open: shown, activity, onClose, onDone }: CallOffProps) => {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const { run } = useAction('party.callOff')
  const send = async () => {
    if (reason.trim() === '') return setError('请写原因，报名的人会看到')
    const reply = await run({ activityId: activity.id, reason: reason.trim() })
    if (!reply) return
    if (!reply.ok) return setError(oneLine(staffWords(reply)))
    toast('已取消，正在通知报名的人')
    onClose()
    await onDone()
  }
  return (
    <Confirm
      open={shown}
      title="取消这场活动？"
      yes="取消这场"
      no="先不取消"
      danger
      onYes={send}
      onClose={onClose}
    >
      <View>报了名的 {activity.joined} 人都会收到消息。取消后不能恢复。</View>
      <View className="mt-3">
        <TextInput
          label="原因"
          placeholder="如 下大雨，改到下周六"
          maxLength={limits.party.reasonLength}
          value={reason}
          error={error}
          onChange={setReason}
        />
      </View>
    </Confirm>
  )
}
