import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { open } from '@/services/go'
import type { Query } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Figure, Figures } from '@/ui/figures'
import { Loaded } from '@/ui/loaded'

type Items = Output<'points.staffItems'>

/** How the goods stand, and the way to manage them. */
export const Goods = ({ query }: { query: Query<Items> }) => (
  <Loaded query={query}>
    {({ items }) => (
      <Card>
        <Stand items={items} />
        <List>
          <Cell
            icon="package"
            title="商品管理"
            note={items.length === 0 ? '还没有商品，去添加' : '添加、修改、补货、开放和关闭'}
            onTap={() => open('staffItems')}
          />
        </List>
      </Card>
    )}
  </Loaded>
)

const Stand = ({ items }: Items) => {
  const offered = items.filter(({ state }) => state === 'open')
  const takeable = offered.filter(({ left, frozen }) => left > 0 && !frozen).length
  const waiting = items.reduce((sum, { reserved }) => sum + reserved, 0)
  const gone = offered.filter(({ left }) => left === 0).length
  return (
    <View className="goods-figures">
      <Figures>
        <Figure number={waiting} words="份待领取" />
        <Figure number={takeable} words="种可兑换" />
        <Figure number={gone} words="种已换完" tone={gone > 0 ? 'warn' : 'plain'} />
      </Figures>
    </View>
  )
}
