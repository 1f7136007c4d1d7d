import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { reasonWords } from '@/ui/reveal-words'
import { kindWords, roleOf, type Sighting } from '../words'

/** Who of the staff saw my name and phone in full, when and why. */
export const SeenCard = ({ seen }: { seen: readonly Sighting[] }) => (
  <Card title="谁看过我的信息">
    <View className="t-note">工作人员平时看到的姓名和手机是打码的。看全的每一次，都记在这里。</View>
    {seen.length === 0 && <View className="mt-3">还没有人看过。</View>}
    {seen.length > 0 && (
      <View className="mt-2">
        <List>
          {seen.map((one) => (
            <Cell
              key={`${one.at} ${one.kind}`}
              icon="user-round"
              title={`${one.placeName} ${roleOf(one.role)}`}
              note={`${sayMoment(one.at)} · ${kindWords[one.kind]} · ${reasonWords[one.reason]}：${one.words}`}
            />
          ))}
        </List>
      </View>
    )}
  </Card>
)
