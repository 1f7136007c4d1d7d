import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { open } from '@/services/go'
import { useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty, Skeleton } from '@/ui/state'
import { ItemGrid } from '@/ui/item-grid'
import './parts/points.css'

/** What points can be exchanged for in a community. Query: `community`. */
const Items = () => {
  const communityId = useRouter().params['community']
  const isResident = useSession((session) => Boolean(session.me?.residency))
  const query = useQuery('points.items', communityId ? { communityId } : null)
  return (
    <Page title="积分商品" refresh={query.reload}>
      {isResident && (
        <View className="row items-mine">
          <Button small look="soft" icon="ticket" text="我的兑换" onTap={() => open('redemptions')} />
        </View>
      )}
      <Loaded query={query} skeleton={<GridSkeleton />}>
        {({ items }) =>
          items.length > 0 ? (
            <ItemGrid items={items} />
          ) : (
            <Card>
              <Empty icon="shopping-bag" title="还没有可以兑换的商品" note="社区上架后会出现在这里" />
            </Card>
          )
        }
      </Loaded>
    </Page>
  )
}

const GridSkeleton = () => (
  <View className="item-grid">
    {[1, 2, 3, 4].map((tile) => (
      <Card key={tile}>
        <Skeleton widths={[100, 80, 50]} />
      </Card>
    ))}
  </View>
)

export default Items
