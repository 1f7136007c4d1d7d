import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { oneLine } from '@/services/text'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { TextInput } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import type { StaffNotice } from './notice-types'

interface Props {
  /** The notice that is asked about; null while none is. */
  notice: StaffNotice | null
  onClose: () => void
  onDone: () => Promise<void>
}

/** Takes a notice away for good, with a reason for colleagues. */
export const TakeDownSheet = ({ notice, onClose, onDone }: Props) => {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const { run } = useAction('notices.takeDown')
  const send = async () => {
    if (!notice) return
    if (oneLine(reason) === '') return setError('请写原因，同事会看到')
    const reply = await run({ noticeId: notice.id, reason: oneLine(reason) })
    if (!reply) return
    if (!reply.ok) return setError(sentenceOf(reply))
    toast('已撤下，居民看不到了')
    setReason('')
    setError(null)
    onClose()
    await onDone()
  }
  return (
    <Confirm
      open={notice !== null}
      title="撤下这一条？"
      yes="撤下"
      no="先不撤"
      danger
      onYes={send}
      onClose={onClose}
    >
      <View className="t-break">
        「{notice?.title}」撤下后，居民不能再看，也不能恢复。要改内容，请撤下后重发。
      </View>
      <View className="mt-3">
        <TextInput
          label="原因"
          placeholder="如 日期写错了"
          maxLength={limits.notice.reasonLength}
          value={reason}
          error={error}
          onChange={setReason}
        />
      </View>
    </Confirm>
  )
}
