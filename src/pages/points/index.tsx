import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { open } from '@/services/go'
import { useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Loaded } from '@/ui/loaded'
import { OnlyResidents } from '@/ui/only-residents'
import { Page } from '@/ui/page'
import { Statement } from './parts/statement'
import './points-page.css'

type Overview = Output<'points.overview'>

/** What I have, until when, and why it is what it is. */
const Points = () => {
  const residency = useSession((session) => session.me?.residency)
  const query = useQuery('points.overview', residency ? {} : null)
  return (
    <Page title="积分" tab refresh={residency ? query.reload : undefined}>
      <OnlyResidents what="你的积分">
        <Loaded query={query}>
          {(overview) => (
            <>
              <Balance overview={overview} communityId={residency?.community.id ?? ''} />
              <Statement first={overview.statement} />
            </>
          )}
        </Loaded>
      </OnlyResidents>
    </Page>
  )
}

const Balance = ({ overview, communityId }: { overview: Overview; communityId: string }) => (
  <Card>
    <View className="t-note">可用积分</View>
    <View className="hero num">{overview.available}</View>
    {overview.lots.length > 0 && (
      <View className="row-wrap mt-3">
        {overview.lots.map((lot, index) => (
          <Chip
            key={lot.expiresOn}
            tone={index === 0 ? 'warn' : 'plain'}
            text={`${lot.points} 分 · ${lot.expiresOn} 到期`}
          />
        ))}
      </View>
    )}
    <View className="points-acts">
      <Button text="兑换商品" onTap={() => open('items', { community: communityId })} />
      <Button look="soft" text="我的兑换" onTap={() => open('redemptions')} />
    </View>
  </Card>
)

export default Points
