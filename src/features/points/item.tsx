import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Output } from '@contract/index'
import { sayLimit } from '@/services/format'
import { useSession } from '@/services/session'
import { canSignIn, openSignIn } from '@/services/sign-in'
import { useQuery, type Query } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Chip } from '@/ui/chip'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Photo } from '@/ui/photo'
import { Cost, stockWords } from '@/ui/item-grid'
import { RedeemSheet } from './parts/redeem-sheet'
import { whyNotRedeem } from './parts/why-not-redeem'
import './parts/points.css'

type Shown = Output<'points.item'>

/** One item, and how to get it. Query: `id`. */
const ItemPage = () => {
  const itemId = useRouter().params['id']
  const query = useQuery('points.item', itemId ? { itemId } : null)
  return (
    <Page
      title="商品"
      refresh={query.reload}
      footer={query.data && <Footer shown={query.data} query={query} />}
    >
      <Loaded query={query}>{({ item }) => <Details item={item} />}</Loaded>
    </Page>
  )
}

const Details = ({ item }: Pick<Shown, 'item'>) => (
  <>
    <Card>
      <Photo url={item.photoUrl} size="banner" alt={item.name} name={item.name} />
      <View className="t-title mt-3 t-break">{item.name}</View>
      <View className="row-wrap mt-2">
        <Cost points={item.costPoints} />
        <Chip text={stockWords(item)} tone={item.left === 0 || item.frozen ? 'warn' : 'plain'} />
        <Chip text={sayLimit(item.limitPerPerson, item.limitPeriod)} />
      </View>
      {item.description && <View className="mt-3 t-break item-description">{item.description}</View>}
    </Card>
    <Card>
      <List>
        <Cell icon="map-pin" title={item.pickupPlace} note="领取地点" />
        <Cell icon="calendar-clock" title={item.pickupHours} note="领取时间" />
        <Cell icon="qr-code" title="兑换后出示领取码" note="给工作人员扫一扫，或报出 8 位数字" />
      </List>
    </Card>
  </>
)

const Footer = ({ shown, query }: { shown: Shown; query: Query<Shown> }) => {
  const [open, setOpen] = useState(false)
  const isGuest = useSession((session) => session.status === 'guest')
  const denial = whyNotRedeem(shown)
  if (isGuest && canSignIn) return <Button text="登录后兑换" onTap={openSignIn} />
  return (
    <>
      {denial ? (
        <Button text={denial} disabled onTap={() => undefined} />
      ) : (
        <Button text={`兑换（${shown.item.costPoints} 分）`} onTap={() => setOpen(true)} />
      )}
      {shown.mine && (
        <RedeemSheet
          open={open}
          item={shown.item}
          mine={shown.mine}
          onClose={() => setOpen(false)}
          onRefused={query.reload}
        />
      )}
    </>
  )
}

export default ItemPage
