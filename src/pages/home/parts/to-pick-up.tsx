import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayDay } from '@/services/format'
import { open } from '@/services/go'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'

type Waiting = NonNullable<Output<'home.show'>['resident']>['toPickUp']

interface Props {
  waiting: Waiting
  count: number
  /** Whether it is the first thing on the page: one card stands out, not two. */
  first: boolean
}

/** The redemption that runs out first, with its code one tap away. */
export const ToPickUp = ({ waiting, count, first: standsOut }: Props) => {
  const [first] = waiting
  if (!first) return null
  const look = standsOut ? 'plain' : 'soft'
  const note = standsOut ? 'home-on-accent' : 't-note'
  return (
    <Card tone={standsOut ? 'accent' : 'paper'}>
      <View className={note}>待领取 · 最晚 {sayDay(first.pickUpBefore)}</View>
      <View className="t-title mt-1 t-break">
        {first.itemName}
        {first.quantity > 1 && ` × ${first.quantity}`}
      </View>
      <View className={`${note} mt-1`}>到 {first.pickupPlace}</View>
      <View className="home-accent-acts">
        <Button look={look} icon="qr-code" text="出示领取码" onTap={() => open('pickup', { id: first.id })} />
        {count > 1 && <Button look={look} text={`共 ${count} 件`} onTap={() => open('redemptions')} />}
      </View>
    </Card>
  )
}
