import { useState } from 'react'
import { View } from '@tarojs/components'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import type { Meeting, Topic } from '../words'
import { ProposeSheet } from './propose-sheet'

interface Props {
  meeting: Meeting
  onChanged: (topics: Topic[]) => void
}

/** What people want to talk about; the most wanted first. */
export const TopicsCard = ({ meeting, onChanged }: Props) => {
  const [proposing, setProposing] = useState(false)
  const mayPropose = meeting.may.includes('proposeTopic')
  const topics = [...meeting.topics].sort(byWeight)
  if (topics.length === 0 && !mayPropose) return null
  const propose = mayPropose && (
    <Button small look="soft" icon="plus" text="提一个" label="提一个议题" onTap={() => setProposing(true)} />
  )
  return (
    <Card title="议题" aside={propose}>
      {topics.length === 0 && (
        <View className="t-note">还没有人提。想说哪件事，先写下来，大家一起商量。</View>
      )}
      {topics.map((topic) => (
        <TopicRow key={topic.id} meeting={meeting} topic={topic} onChanged={onChanged} />
      ))}
      <ProposeSheet
        open={proposing}
        meetingId={meeting.id}
        onClose={() => setProposing(false)}
        onProposed={onChanged}
      />
    </Card>
  )
}

const TopicRow = ({ meeting, topic, onChanged }: Props & { topic: Topic }) => {
  const turn = async () => {
    const wish = { meetingId: meeting.id, topicId: topic.id, support: !topic.supported }
    const reply = await perform('meetings.supportTopic', wish)
    if (reply.ok) onChanged(reply.data.topics)
    else toast(sentenceOf(reply))
  }
  return (
    <View className="topic-row">
      <View className="grow t-break">
        <View>{topic.text}</View>
        <View className="t-note">{standOf(topic)}</View>
      </View>
      {meeting.may.includes('supportTopic') && (
        <Button
          small
          look={topic.supported ? 'plain' : 'soft'}
          text={topic.supported ? '已支持' : '支持'}
          label={`${topic.supported ? '不再支持' : '支持'} ${topic.text}`}
          onTap={turn}
        />
      )}
    </View>
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

const byWeight = (one: Topic, other: Topic): number =>
  Number(other.onAgenda) - Number(one.onAgenda) || other.supporters - one.supporters
