import { View } from '@tarojs/components'
import { sayLeft, sayMoment } from '@/services/format'
import { useSecondTicks } from '@/services/use-second-ticks'
import { Card } from '@/ui/card'
import { isDoorOpen } from '../acts'
import { mineWords, type Meeting, type SignUp } from '../words'

/** How I stand to it and what happens next; nothing without a sign-up. */
export const MineCard = ({ meeting }: { meeting: Meeting }) => {
  const { signUp } = meeting
  if (!signUp || meeting.state === 'called_off') return null
  if (signUp.state === 'offered') return <Offered signUp={signUp} />
  const tone = signUp.state === 'seated' || signUp.state === 'attended' ? 'accent' : 'info'
  return (
    <Card tone={tone}>
      <View className="t-head">{titleOf(signUp)}</View>
      {signUp.timeline[0]?.by && <View className="t-note">{signUp.timeline[0].by}报名</View>}
      <View className="mine-next">{nextOf(signUp, isDoorOpen(meeting))}</View>
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

const titleOf = ({ state, position }: SignUp): string =>
  state === 'waiting' && position !== null ? `候补第 ${position} 位` : mineWords[state].text

const nextOf = ({ state, timeline }: SignUp, doorOpen: boolean): string => {
  if (state === 'seated') {
    return doorOpen
      ? '到了会场，扫屏幕上的二维码签到，或给工作人员看你的签到码。'
      : '到时候来就行，开会前 1 小时开始签到。来不了请早点取消，把座位让给邻居。'
  }
  if (state === 'waiting') return '有人取消就轮到你，会在「消息」里告诉你。'
  if (state === 'attended') return '谢谢你来。会后的纪要会放在这一页。'
  if (state === 'lapsed') return '留座的时间过了。想来的话可以再报名。'
  const last = timeline.at(-1)
  return last?.note || '想来的话可以再报名。'
}
