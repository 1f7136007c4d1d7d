import { View } from '@tarojs/components'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { Button } from '@/ui/button'
import { HeldNote } from '@/ui/held-note'
import type { Meeting, Topic } from '../words'

interface Props {
  meeting: Meeting
  topic: Topic
  onChanged: (topics: Topic[]) => void
  /** One's own was refused: other words in its place. */
  onMend: () => void
}

/** A topic, with the support for it; one's own that others do not see yet says so. */
export const TopicRow = ({ meeting, topic, onChanged, onMend }: Props) => {
  const { held } = topic
  return (
    <View className="topic-row">
      <View className="grow t-break">
        <View>{topic.text}</View>
        {held ? (
          <HeldNote held={held} waiting="只有你和工作人员看得到，通过后邻居都能看到。" />
        ) : (
          <View className="t-note">{standOf(topic)}</View>
        )}
      </View>
      {held?.state === 'refused' && meeting.may.includes('proposeTopic') && (
        <Button small look="soft" text="改一改" label={`改一改 ${topic.text}`} onTap={onMend} />
      )}
      {!held && meeting.may.includes('supportTopic') && (
        <Support meetingId={meeting.id} topic={topic} onChanged={onChanged} />
      )}
    </View>
  )
}

const Support = ({
  meetingId,
  topic,
  onChanged,
}: Pick<Props, 'topic' | 'onChanged'> & { meetingId: string }) => {
  const turn = async () => {
    const wish = { meetingId, topicId: topic.id, support: !topic.supported }
    const reply = await perform('meetings.supportTopic', wish)
    if (reply.ok) onChanged(reply.data.topics)
    else toast(sentenceOf(reply))
  }
  return (
    <Button
      small
      look={topic.supported ? 'plain' : 'soft'}
      text={topic.supported ? '已支持' : '支持'}
      label={`${topic.supported ? '不再支持' : '支持'} ${topic.text}`}
      onTap={turn}
    />
  )
}

const standOf = ({ supporters, onAgenda, mine }: Topic): string =>
  [
    supporters > 0 ? `${supporters} 人支持` : '还没有人支持',
    onAgenda ? '已列入议程' : '',
    mine ? '我提的' : '',
  ]
    .filter(Boolean)
    .join(' · ')
