import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { TextInput } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import type { StaffMeeting } from './meeting-draft'

interface Props {
  open: boolean
  meeting: StaffMeeting
  onClose: () => void
  onDone: () => Promise<void>
}

/** Calls a meeting off, with a reason that everybody reads. */
export const CallOffSheet = ({ open, meeting, onClose, onDone }: Props) => {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const { run } = useAction('meetings.callOff')
  const send = async () => {
    if (reason.trim() === '') return setError('请写原因，居民会看到')
    const reply = await run({ meetingId: meeting.id, reason: reason.trim() })
    if (!reply) return
    if (!reply.ok) return setError(sentenceOf(reply))
    toast('已取消，正在通知报名的人')
    onClose()
    await onDone()
  }
  return (
    <Confirm
      open={open}
      title="取消这场会？"
      yes="取消这场"
      no="先不取消"
      danger
      onYes={send}
      onClose={onClose}
    >
      <View>已报名的 {meeting.seatsTaken} 人和候补的人都会收到消息。取消后不能恢复。</View>
      <View className="mt-3">
        <TextInput
          label="原因"
          placeholder="如 台风天，改到下周四"
          maxLength={limits.meeting.reasonLength}
          value={reason}
          error={error}
          onChange={setReason}
        />
      </View>
    </Confirm>
  )
}
