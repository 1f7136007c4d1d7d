import { View } from '@tarojs/components'
import { sayMoment, sayPoints } from '@/services/format'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import type { Handed } from './use-pickup'

/** The code was right: what to give to whom, large enough to read across a counter. */
export const HandedCard = ({ handed, next }: { handed: Handed; next: () => void }) => (
  <Card>
    <View className="handed">
      <View className="handed-mark">
        <Icon name="circle-check" size="l" />
      </View>
      <View className="t-note">核销成功，请交给居民</View>
      <View className="handed-item t-break">{handed.itemName}</View>
      <View className="handed-quantity num">× {handed.quantity}</View>
    </View>
    <View className="handed-facts">
      <Fact name="领取人" value={`${handed.memberName} · ${handed.memberPlace}`} />
      <Fact name="用掉积分" value={sayPoints(handed.costPoints)} />
      <Fact name="核销时间" value={sayMoment(handed.pickedUpAt)} />
    </View>
    <View className="row mt-4">
      <Button text="核销下一个" onTap={next} />
    </View>
  </Card>
)

const Fact = ({ name, value }: { name: string; value: string }) => (
  <View className="fact">
    <View className="t-note">{name}</View>
    <View className="fact-value t-break">{value}</View>
  </View>
)
