import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sayMoment } from '@/services/format'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { RotatingQr } from '@/ui/rotating-qr'
import { isOver, sayWhen, seatWords } from '../words'
import type { Host } from './host-types'

/** The code that people scan at the door; outside its time, when there will be one. */
export const DoorCard = ({ host: { meeting, steps } }: { host: Host }) => (
  <Card>
    <View className="door">
      <View className="t-title t-break">{meeting.title}</View>
      <View className="t-note t-break">
        {sayWhen(meeting)} · {meeting.venue}
      </View>
      {steps ? (
        <View className="door-qr">
          <RotatingQr
            steps={steps}
            alt="会场签到二维码"
            whenStale={['断网太久，二维码停了', '先在名单里点姓名签到']}
            note={(seconds) => `每 ${limits.meeting.stepSeconds} 秒换一次，${seconds} 秒后更新`}
          />
          <View className="mt-2">请用微信扫一扫签到</View>
        </View>
      ) : (
        <Closed meeting={meeting} />
      )}
    </View>
  </Card>
)

const Closed = ({ meeting }: { meeting: Host['meeting'] }) => {
  const seats = seatWords({ ...meeting, mine: null })
  if (meeting.state === 'called_off' || isOver(meeting)) {
    return (
      <View className="mt-3">
        <Chip text={seats.text} tone={seats.tone} />
        {meeting.calledOffBecause && <View className="mt-2 t-break">{meeting.calledOffBecause}</View>}
      </View>
    )
  }
  const opensAt = Date.parse(meeting.startsAt) - limits.meeting.checkInFromMinutes * 60_000
  return (
    <View className="door-closed mt-3">
      {sayMoment(new Date(opensAt).toISOString())} 起，这里出现签到二维码
    </View>
  )
}
