import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Output } from '@contract/index'
import { sayDay } from '@/services/format'
import { useSession } from '@/services/session'
import { usePolling } from '@/services/use-polling'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { makeCall } from '@/services/platform/device'
import { CancelSheet } from './parts/cancel-sheet'
import { CodeCard } from './parts/code-card'
import { EndedCard } from './parts/ended-card'
import { deadWords, lapseWords } from './parts/refund-words'
import './parts/points.css'

type Shown = Output<'points.pickupCode'>

/** The pick-up code of one redemption, or how it ended. Query: `id`; `new` right after it was redeemed. */
const Pickup = () => {
  const { id, new: fresh } = useRouter().params
  const isMember = useSession((session) => Boolean(session.me))
  const query = useQuery('points.pickupCode', id && isMember ? { redemptionId: id } : null)
  const [cancelling, setCancelling] = useState(false)
  const open = query.data?.redemption.state === 'open'
  usePolling(query.reload, open)
  const dead = query.data && deadWords(query.data.redemption, query.data.now)
  const footer = open && (
    <Button look="plain" text={dead ? '取消兑换' : '取消兑换，退回积分'} onTap={() => setCancelling(true)} />
  )
  return (
    <Page title="领取码" refresh={query.reload} footer={footer}>
      <OnlyMembers title="登录后看你的领取码" note="不登录也可以看商品">
        <Loaded query={query}>
          {(shown) => (
            <>
              {shown.code ? (
                <CodeCard shown={shown} code={shown.code} isNew={fresh === '1'} />
              ) : (
                <EndedCard redemption={shown.redemption} />
              )}
              <Where shown={shown} />
              <CancelSheet
                open={cancelling && open}
                redemption={shown.redemption}
                onClose={() => setCancelling(false)}
                onSettled={query.reload}
              />
            </>
          )}
        </Loaded>
      </OnlyMembers>
    </Page>
  )
}

/** The community where the goods lie: mine, unless I have moved on. */
const useCommunity = (id: string) => {
  const mine = useSession((session) => session.me?.residency?.community)
  const isMine = mine?.id === id
  const { data } = useQuery('community.communities', isMine ? null : {})
  return isMine ? mine : data?.communities.find((one) => one.id === id)
}

const Where = ({ shown: { redemption } }: { shown: Shown }) => {
  const community = useCommunity(redemption.communityId)
  return (
    <Card>
      <List>
        <Cell
          title={redemption.pickupPlace}
          note={[community?.name, redemption.pickupHours].filter(Boolean).join('，')}
          tail={
            community && (
              <Button
                small
                look="soft"
                icon="phone"
                text="电话"
                label={`打电话给${community.name}，${community.phone}`}
                onTap={() => makeCall(community.phone)}
              />
            )
          }
        />
        {redemption.state === 'open' && (
          <Cell
            title={
              <View>
                最晚 {sayDay(redemption.pickUpBefore)}领取，{lapseWords(redemption)}
              </View>
            }
          />
        )}
      </List>
    </Card>
  )
}

export default Pickup
