import { useCallback } from 'react'
import type { Output } from '@contract/index'
import { call } from '@/services/call'
import { open } from '@/services/go'
import { useSession } from '@/services/session'
import { useOlder, type OlderPage } from '@/services/use-older'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { List } from '@/ui/cell'
import { Loaded } from '@/ui/loaded'
import { More } from '@/ui/more'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { RedemptionCell, type Redemption } from './parts/redemption-cell'

type Answer = Output<'points.redemptions'>

/** Everything I have redeemed, newest first; also before I moved. */
const Redemptions = () => {
  const me = useSession((session) => session.me)
  const query = useQuery('points.redemptions', me ? {} : null)
  return (
    <Page title="我的兑换" refresh={query.reload}>
      <OnlyMembers title="登录后看你的兑换" note="不登录也可以看商品">
        <Loaded query={query}>
          {(answer) => <Rows answer={answer} communityId={me?.residency?.community.id} />}
        </Loaded>
      </OnlyMembers>
    </Page>
  )
}

const Rows = ({ answer, communityId }: { answer: Answer; communityId: string | undefined }) => {
  const older = useCallback(async (before: string) => {
    const reply = await call('points.redemptions', { before })
    return reply.ok ? pageOf(reply.data) : null
  }, [])
  const list = useOlder(pageOf(answer), older)
  if (list.rows.length === 0) {
    return (
      <Card>
        <Empty
          icon="gift"
          title="还没有兑换过"
          note="用积分可以换米面油和日用品"
          {...(communityId
            ? { act: { text: '去看看', onTap: () => open('items', { community: communityId }) } }
            : {})}
        />
      </Card>
    )
  }
  return (
    <Card>
      <List>
        {list.rows.map((redemption) => (
          <RedemptionCell key={redemption.id} redemption={redemption} />
        ))}
      </List>
      <More list={list} what="更早的" end="就这些了" />
    </Card>
  )
}

const pageOf = ({ redemptions, nextBefore }: Answer): OlderPage<Redemption, string> => ({
  rows: redemptions,
  nextBefore,
})

export default Redemptions
