import { View } from '@tarojs/components'
import { sayLeft, sayMoment } from '@/services/format'
import { useSecondTicks } from '@/services/use-second-ticks'
import { Card } from '@/ui/card'
import { standingOf } from '../standing'
import { isOver, type Meeting, type SignUp } from '../words'

/** How I stand to it and what happens next; nothing without a sign-up. */
export const MineCard = ({ meeting }: { meeting: Meeting }) => {
  const { signUp } = meeting
  if (!signUp || meeting.state === 'called_off') return null
  if (signUp.state === 'offered') return <Offered signUp={signUp} />
  const { title, next } = standingOf(meeting, signUp)
  const isSeated = signUp.state === 'seated' && !isOver(meeting)
  return (
    <Card tone={isSeated || signUp.state === 'attended' ? 'accent' : 'info'}>
      <View className="t-head">{title}</View>
      {signUp.timeline[0]?.by && <View className="t-note">{signUp.timeline[0].by}报名</View>}
      {next !== '' && <View className="mine-next">{next}</View>}
    </Card>
  )
}

/** A seat is kept for some time: how long, in words, and anew each second. */
const Offered = ({ signUp: { offerUntil } }: { signUp: SignUp }) => {
  const now = useSecondTicks()
  const left = offerUntil === null ? 0 : Date.parse(offerUntil) - now
  return (
    <Card tone="warn">
      <View className="t-head">轮到你了，有一个座位</View>
      <View className="mt-1">
        {offerUntil !== null && left > 0
          ? `给你留到 ${sayMoment(offerUntil)}，还有 ${sayLeft(left)}。点「我要参加」就是你的。`
          : '留座的时间过了，正在让给下一位。'}
      </View>
    </Card>
  )
}
