import { View } from '@tarojs/components'
import { useSession, workCommunity, type Community } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Desk, DeskColumn } from '@/ui/desk'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { WorkCommunity } from '@/ui/work-community'
import { AskCard } from './ask-card'
import { MyExports } from './my-exports'
import { useMaking } from './use-making'
import './exports.css'

/** 导出: choose what, and what I exported before; made and fetched here. */
const ExportsPage = () => {
  const community = useSession(workCommunity)
  if (community) return <Exports key={community.id} community={community} />
  return (
    <Page title="导出表格">
      <Card>
        <Empty
          icon="clipboard-list"
          title="这里给社区工作人员用"
          note="你目前没有社区工作。如有误，请联系社区"
        />
      </Card>
    </Page>
  )
}

const Exports = ({ community }: { community: Community }) => {
  const mine = useQuery('exports.list', { communityId: community.id })
  const making = useMaking(community.id, mine.reload)
  return (
    <Page title="导出表格" wide refresh={mine.reload}>
      <View className="row export-where">
        <View className="t-note grow">从 {community.name} 导出</View>
        <WorkCommunity />
      </View>
      <Desk>
        <DeskColumn list>
          <AskCard communityId={community.id} making={making} />
        </DeskColumn>
        <DeskColumn>
          <Loaded query={mine}>{({ exports }) => <MyExports exports={exports} making={making} />}</Loaded>
        </DeskColumn>
      </Desk>
    </Page>
  )
}

export default ExportsPage
