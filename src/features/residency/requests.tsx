import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { useWide } from '@/services/platform/wide'
import { useSession, workCommunity } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Desk, DeskColumn } from '@/ui/desk'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { WorkCommunity } from '@/ui/work-community'
import { HouseholdPane } from './staff/household-pane'
import { RequestList } from './staff/request-list'
import './residency.css'
import './staff/staff.css'

/** 住户核验: who waits, those whom the roster knows first; at a desk with one door to look up beside it. */
const RequestsPage = () => {
  const community = useSession(workCommunity)
  const wide = useWide()
  const communityId = community?.id ?? null
  const query = useQuery('residency.requests', communityId ? { communityId } : null)
  const list = communityId && (
    <Loaded query={query}>
      {(answer) => (
        <RequestList key={communityId} communityId={communityId} answer={answer} onChanged={query.reload} />
      )}
    </Loaded>
  )
  return (
    <Page title="住户核验" wide refresh={query.reload}>
      <View className="row staff-head">
        <View className="t-title grow">{community?.name}</View>
        <WorkCommunity />
      </View>
      {!communityId && <NoWork />}
      {communityId && wide && (
        <Desk>
          <DeskColumn>{list}</DeskColumn>
          <DeskColumn>
            <View className="t-head staff-head">按户查</View>
            <HouseholdPane communityId={communityId} />
          </DeskColumn>
        </Desk>
      )}
      {communityId && !wide && (
        <>
          {list}
          <Card>
            <List>
              <Cell
                icon="house"
                title="按户查"
                note="谁登记了、办迁出"
                onTap={() => open('residencyHousehold')}
              />
            </List>
          </Card>
        </>
      )}
    </Page>
  )
}

const NoWork = () => (
  <Card>
    <Empty icon="clipboard-list" title="这里给社区工作人员用" note="你目前没有社区工作。如有误，请联系社区" />
  </Card>
)

export default RequestsPage
