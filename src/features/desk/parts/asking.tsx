import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { roleWords } from '@/services/duties'
import { sayMoment } from '@/services/format'
import { useSession } from '@/services/session'
import { Card } from '@/ui/card'
import { postOf, sayBrowser, type Asking } from '../words'
import { MatchNumber } from './match-number'

/** What is granted: to which browser, what for and for how long. */
export const AskingCard = ({ asking }: { asking: Asking }) => {
  const duties = useSession((session) => session.me?.duties) ?? []
  const facts = [
    ['哪台电脑', sayBrowser(asking)],
    ['打开时间', sayMoment(asking.openedAt)],
    ['用的岗位', duties.map(({ placeName, role }) => postOf(placeName, roleWords[role])).join('、')],
    ['多久', `${limits.desk.hours} 小时，随时可以退出`],
  ] as const
  return (
    <>
      <Card>
        <View className="desk-ask">
          <View className="t-title">在电脑上用你的身份办公？</View>
          <MatchNumber number={asking.number} />
          <View className="t-note mt-1">和电脑屏幕上的数字一样，才是你面前的电脑</View>
        </View>
        <View className="mt-3">
          {facts.map(([name, words]) => (
            <View key={name} className="desk-fact">
              <View className="desk-fact-name">{name}</View>
              <View className="grow t-break">{words}</View>
            </View>
          ))}
        </View>
      </Card>
      <Card tone="warn">只有你自己在电脑前才确认。别人发来的二维码不要确认，谁要都不给。</Card>
    </>
  )
}
