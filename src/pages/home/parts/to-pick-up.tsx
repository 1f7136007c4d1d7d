import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayDay } from '@/services/format'
import { open } from '@/services/go'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'

type Waiting = NonNullable<Output<'home.show'>['resident']>['toPickUp']

/** The redemption that runs out first, with its code one tap away. */
export const ToPickUp = ({ waiting, count }: { waiting: Waiting; count: number }) => {
  const [first] = waiting
  if (!first) return null
  return (
    <Card tone="accent">
      <View className="home-on-accent">待领取 · 最晚 {sayDay(first.pickUpBefore)}</View>
      <View className="t-title mt-1 t-break">
        {first.itemName}
        {first.quantity > 1 && ` × ${first.quantity}`}
      </View>
      <View className="home-on-accent mt-1">到 {first.pickupPlace}</View>
      <View className="home-pickup-acts">
        <Button
          look="plain"
          icon="qr-code"
          text="出示领取码"
          onTap={() => open('pickup', { id: first.id })}
        />
        {count > 1 && <Button look="plain" text={`共 ${count} 件`} onTap={() => open('redemptions')} />}
      </View>
    </Card>
  )
}
