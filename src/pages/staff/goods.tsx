import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { open } from '@/services/go'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Figure, Figures } from '@/ui/figures'

type Stand = NonNullable<Output<'home.work'>['goods']>

/** How the goods stand, and the way to manage them. */
export const Goods = ({ goods: { waiting, takeable, gone, items } }: { goods: Stand }) => (
  <Card>
    <View className="goods-figures">
      <Figures>
        <Figure number={waiting} words="份待领取" />
        <Figure number={takeable} words="种可兑换" />
        <Figure number={gone} words="种已换完" tone={gone > 0 ? 'warn' : 'plain'} />
      </Figures>
    </View>
    <List>
      <Cell
        icon="package"
        title="商品管理"
        note={items === 0 ? '还没有商品，去添加' : '添加、修改、补货、开放和关闭'}
        onTap={() => open('staffItems')}
      />
    </List>
  </Card>
)
