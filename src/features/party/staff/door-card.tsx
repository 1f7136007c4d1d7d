import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sayMoment, sayWhen } from '@/services/format'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Select } from '@/ui/form'
import { RotatingQr } from '@/ui/rotating-qr'
import { isOver, placesWords } from '../words'
import { codeToShow } from './hand-acts'
import type { Host } from './staff-types'

const { checkInFromMinutes, stepSeconds } = limits.party

const codes = [
  { value: 'in', text: '签到码' },
  { value: 'out', text: '签退码' },
] as const

/** The code that people scan when they come, or the one when they go; outside its time, when there will be one. */
export const DoorCard = ({ host }: { host: Host }) => {
  const { activity, inSteps, outSteps } = host
  const [chosen, setChosen] = useState<'in' | 'out' | null>(null)
  const code = chosen ?? codeToShow(host, activity)
  const steps = code === 'in' ? inSteps : outSteps
  return (
    <Card>
      <View className="door">
        <View className="t-title t-break">{activity.title}</View>
        <View className="t-note t-break">
          {sayWhen(activity)} · {activity.venue}
        </View>
        {code && (
          <View className="door-switch">
            <Select label="给大家扫哪个码" value={code} options={codes} onChange={setChosen} />
          </View>
        )}
        {code && steps ? (
          <View className="door-qr">
            <RotatingQr
              key={code}
              steps={steps}
              alt={code === 'in' ? '签到二维码' : '签退二维码'}
              whenStale={['断网太久，二维码停了', '先在名单里点姓名登记']}
              note={(seconds) => `每 ${stepSeconds} 秒换一次，${seconds} 秒后更新`}
            />
            <View className={`door-says door-says-${code}`}>
              {code === 'in' ? '来了，请扫码签到' : '走之前，请扫码签退'}
            </View>
          </View>
        ) : (
          <Closed activity={activity} code={code} />
        )}
      </View>
    </Card>
  )
}

const Closed = ({ activity, code }: { activity: Host['activity']; code: 'in' | 'out' | null }) => {
  if (activity.state === 'called_off' || (isOver(activity) && code === null)) {
    return (
      <View className="mt-3">
        <Chip {...placesWords(activity)} />
        {activity.calledOffBecause && <View className="mt-2 t-break">{activity.calledOffBecause}</View>}
      </View>
    )
  }
  return <View className="door-closed mt-3">{whenWords(activity, code)}</View>
}

const whenWords = ({ startsAt }: Host['activity'], code: 'in' | 'out' | null): string => {
  if (code === 'in') return '活动结束了，不再签到'
  if (code === 'out') return `${sayMoment(startsAt)} 起，这里出现签退二维码`
  const opensAt = new Date(Date.parse(startsAt) - checkInFromMinutes * 60_000).toISOString()
  return `${sayMoment(opensAt)} 起，这里出现签到二维码`
}
