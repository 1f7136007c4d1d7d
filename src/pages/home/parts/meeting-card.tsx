import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayWhen } from '@/services/format'
import { open } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { mineWords, seatWords } from '@/ui/meeting-words'

export type NextMeeting = NonNullable<Output<'home.show'>['nextMeeting']>

interface Props {
  meeting: NextMeeting
  /** Shows the meeting as it is for one who has just signed up. */
  onJoined: (meeting: NextMeeting) => void
}

/** The next meeting that is for me: one tap signs up, the other shows what it is about. */
export const MeetingCard = ({ meeting, onJoined }: Props) => {
  const { id, title, venue, topTopic, maySignUp, gate } = meeting
  const signing = useAction('meetings.signUp')
  const look = () => open('meeting', { id })
  const join = async () => {
    const reply = await signing.run({ meetingId: id })
    if (!reply) return
    if (!reply.ok) return toast(sentenceOf(reply))
    toast(reply.data.state === 'waiting' ? '座位满了，已替你排上候补' : '报名成功，到时见')
    onJoined({ ...meeting, mine: reply.data.state, maySignUp: false })
  }
  return (
    <Card tone="accent">
      <View className="home-on-accent t-break">
        {sayWhen(meeting)} · {venue}
      </View>
      <View className="t-title mt-1 t-break">{title}</View>
      <View className="home-on-accent mt-1">{standWords(meeting)}</View>
      {topTopic && (
        <View className="home-on-accent t-break">
          最想谈：{topTopic.text}（{topTopic.supporters} 位邻居附议）
        </View>
      )}
      <View className="home-accent-acts">
        {maySignUp && (
          <Button
            look="plain"
            text={gate === 'waitlist' ? '排队候补' : '我要报名'}
            label={`${gate === 'waitlist' ? '排队候补' : '我要报名'}，${title}`}
            busy={signing.busy}
            onTap={join}
          />
        )}
        <Button
          look={maySignUp ? 'main' : 'plain'}
          text={meeting.mine === 'offered' ? '去确认座位' : '看议题'}
          label={`${meeting.mine === 'offered' ? '去确认座位' : '看议题'}，${title}`}
          onTap={look}
        />
      </View>
    </Card>
  )
}

/** How I stand in it, or else whether there is a seat. */
export const standWords = (meeting: NextMeeting): string =>
  meeting.mine ? `你${mineWords[meeting.mine].text}` : seatWords(meeting).text
