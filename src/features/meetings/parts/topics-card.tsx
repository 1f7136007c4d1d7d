import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import type { Meeting, Topic } from '../words'
import { ProposeSheet } from './propose-sheet'
import { TopicRow } from './topic-row'

interface Props {
  meeting: Meeting
  onChanged: (topics: Topic[]) => void
}

/** What people want to talk about; the most wanted first. */
export const TopicsCard = ({ meeting, onChanged }: Props) => {
  const [proposing, setProposing] = useState(false)
  const [mended, setMended] = useState<Topic | null>(null)
  const mayPropose = meeting.may.includes('proposeTopic')
  const topics = [...meeting.topics].sort(byWeight)
  if (topics.length === 0 && !mayPropose) return null
  const start = (instead: Topic | null) => {
    setMended(instead)
    setProposing(true)
  }
  const propose = mayPropose && (
    <Button small look="soft" icon="plus" text="提一个" label="提一个议题" onTap={() => start(null)} />
  )
  return (
    <Card title="议题" aside={propose}>
      {topics.length === 0 && (
        <View className="t-note">还没有人提。想说哪件事，先写下来，大家一起商量。</View>
      )}
      {topics.map((topic) => (
        <TopicRow
          key={topic.id}
          meeting={meeting}
          topic={topic}
          onChanged={onChanged}
          onMend={() => start(topic)}
        />
      ))}
      <ProposeSheet
        key={mended?.id ?? 'new'}
        open={proposing}
        meetingId={meeting.id}
        mended={mended}
        onClose={() => setProposing(false)}
        onProposed={onChanged}
      />
    </Card>
  )
}

const byWeight = (one: Topic, other: Topic): number =>
  Number(other.onAgenda) - Number(one.onAgenda) || other.supporters - one.supporters
