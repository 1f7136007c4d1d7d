import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { TextInput } from '@/ui/form'
import { Confirm } from '@/ui/sheet'

interface Props {
  open: boolean
  meetingId: string
  onClose: () => void
  onDone: () => Promise<void>
}

/** Somebody who did not sign up and takes an empty seat. */
export const GuestSheet = ({ open, meetingId, onClose, onDone }: Props) => {
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const { run } = useAction('meetings.attend')
  const send = async () => {
    if (name.trim() === '') return setError('请写称呼')
    const who = { kind: 'guest' as const, name: name.trim() }
    const reply = await run({ meetingId, who, reason: '现场来的' })
    if (!reply) return
    if (!reply.ok) return setError(sentenceOf(reply))
    toast(`${reply.data.name} 已签到`)
    setName('')
    setError(null)
    onClose()
    await onDone()
  }
  return (
    <Confirm open={open} title="登记来宾" yes="签到" onYes={send} onClose={onClose}>
      <TextInput
        label="怎么称呼"
        placeholder="如 志愿者小刘"
        maxLength={limits.meeting.guestLength}
        value={name}
        error={error}
        onChange={setName}
      />
      <View className="t-note mt-2">用掉一个空座。名字只有工作人员看得到。</View>
    </Confirm>
  )
}
