import { useRef } from 'react'
import { View } from '@tarojs/components'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { Card } from '@/ui/card'
import { Switch } from '@/ui/form'
import { HeldNote } from '@/ui/held-note'
import type { Topic } from '../words'
import type { Host } from './host-types'

interface Props {
  host: Host
  onChanged: (topics: Topic[]) => void
}

/** What residents proposed, the most wanted first; a switch puts it on the agenda. */
export const AgendaCard = ({ host: { meeting, topics }, onChanged }: Props) => {
  // One after the other: an answer that comes late would show what was before the next tap.
  const turns = useRef<Promise<unknown>>(Promise.resolve())
  const sorted = [...topics].sort((one, other) => other.supporters - one.supporters)
  const turn = async (topicId: string, on: boolean) => {
    const reply = await perform('meetings.setAgenda', { meetingId: meeting.id, topicId, on })
    if (reply.ok) onChanged(reply.data.topics)
    else toast(sentenceOf(reply))
  }
  const turnNext = (topicId: string, on: boolean) => {
    turns.current = turns.current.then(() => turn(topicId, on))
  }
  return (
    <Card title="议题">
      <View className="t-note">
        {topics.length === 0 ? '居民还没有提议题。' : '打开开关就列入议程，居民看得到。'}
      </View>
      {sorted.map((topic) => (
        <View key={topic.id} className="topic-row">
          <View className="grow t-break">
            <View>{topic.text}</View>
            {topic.held ? (
              <HeldNote held={topic.held} waiting="在“工作 → 内容审核”里看，通过后才能列入议程。" />
            ) : (
              <View className="t-note">{topic.supporters} 人支持</View>
            )}
          </View>
          {!topic.held && (
            <Switch
              label={`列入议程 ${topic.text}`}
              on={topic.onAgenda}
              onChange={(on) => turnNext(topic.id, on)}
            />
          )}
        </View>
      ))}
    </Card>
  )
}
