import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { open } from '@/services/go'
import { makeCall } from '@/services/platform/device'
import { usePrefs } from '@/services/prefs'
import { useSession, workCommunity } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { ItemGrid } from '@/ui/item-grid'
import { CommunitySheet } from './parts/community-sheet'
import { ElderHome } from './parts/elder-home'
import { Invitation } from './parts/invitation'
import { PointsCard } from './parts/points-card'
import { ToPickUp } from './parts/to-pick-up'
import './home.css'

type Shown = Output<'home.show'>

/** What concerns me now: what to fetch, my points, what I could have. A guest sees the community. */
const Home = () => {
  const elder = usePrefs((prefs) => prefs.elder)
  const communityId = useLookedAtCommunity()
  const query = useQuery('home.show', communityId ? { communityId } : {})
  return (
    <Page title="近邻" tab refresh={query.reload}>
      <Loaded query={query}>
        {(shown) => (
          <>
            <Place shown={shown} />
            {elder ? <ElderHome shown={shown} /> : <Cards shown={shown} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** Residents see their own; the others what they chose, staff else where they work. */
const useLookedAtCommunity = (): string | null => {
  const session = useSession()
  if (session.me?.residency) return null
  return session.guestCommunityId ?? workCommunity(session)?.id ?? null
}

const Place = ({ shown: { community, resident } }: { shown: Shown }) => {
  const [choosing, setChoosing] = useState(false)
  return (
    <View className="row home-place">
      <View className="grow">
        <View className="t-title">{community.name}</View>
        <View className="t-note">
          {resident ? `${resident.building} 号楼 ${resident.unit} 单元 · 已核验住户` : community.streetName}
        </View>
      </View>
      {!resident && <Button small look="soft" text="切换" label="切换社区" onTap={() => setChoosing(true)} />}
      <CommunitySheet open={choosing} current={community.id} onClose={() => setChoosing(false)} />
    </View>
  )
}

const Cards = ({ shown: { community, resident, items } }: { shown: Shown }) => (
  <>
    {resident && <ToPickUp waiting={resident.toPickUp} count={resident.toPickUpCount} />}
    {resident ? <PointsCard resident={resident} communityId={community.id} /> : <Invitation />}
    {items.length > 0 && (
      <>
        <View className="row home-section">
          <View className="t-head grow">可以换的东西</View>
          <Button
            small
            look="soft"
            text="看全部"
            label="看全部商品"
            onTap={() => open('items', { community: community.id })}
          />
        </View>
        <ItemGrid items={items} />
        <View className="home-gap" />
      </>
    )}
    <Card>
      <List>
        <Cell
          icon="phone"
          title="打电话给社区"
          note={community.phone}
          onTap={() => makeCall(community.phone)}
        />
      </List>
    </Card>
  </>
)

export default Home
