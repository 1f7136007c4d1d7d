import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { oneLine } from '@/services/text'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import { TextInput } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import type { Topic } from '../words'

interface Props {
  open: boolean
  meetingId: string
  /** One's own refused topic that this is to take the place of. */
  mended: Topic | null
  onClose: () => void
  onProposed: (topics: Topic[]) => void
}

const { topicLength, topicsPerPerson } = limits.meeting

/** Says what the meeting should talk about. The words are kept until they are sent. */
export const ProposeSheet = ({ open, meetingId, mended, onClose, onProposed }: Props) => {
  const kept = useKept(mended ? `topic.${mended.id}` : `topic.${meetingId}`, { text: mended?.text ?? '' })
  const [error, setError] = useState<string | null>(null)
  const { run } = useAction('meetings.proposeTopic')
  const send = async () => {
    const text = oneLine(kept.read().text)
    if (text === '') return setError('请写一句话')
    const reply = await run({ meetingId, text, ...(mended ? { instead: mended.id } : {}) })
    if (!reply) return
    if (!reply.ok) return setError(sentenceOf(reply))
    kept.restart()
    setError(null)
    onProposed(reply.data.topics)
    toast(isHeld(reply.data.topics, text) ? heldToast : '提好了。支持的人多，就会列入议程')
    onClose()
  }
  return (
    <Confirm
      open={open}
      title={mended ? '改一改议题' : '提一个议题'}
      yes="提出来"
      onYes={send}
      onClose={onClose}
    >
      <TextInput
        label="想说哪件事"
        placeholder="如 电动车在哪里充电"
        multiline
        maxLength={topicLength}
        value={kept.value.text}
        error={error}
        onChange={(text) => kept.change({ text })}
      />
      <View className="t-note mt-2">
        邻居看得到内容，看不到是谁提的。每人每场最多提 {topicsPerPerson} 个。
      </View>
    </Confirm>
  )
}

const heldToast = '提好了，正在审核。通过后邻居就能看到'

const isHeld = (topics: readonly Topic[], text: string): boolean =>
  topics.some((topic) => topic.mine && topic.text === text && topic.held?.state === 'waiting')
