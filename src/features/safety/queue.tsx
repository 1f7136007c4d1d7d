import { useState } from 'react'
import { View } from '@tarojs/components'
import { back } from '@/services/go'
import { useSession, workCommunity, type Community } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Select } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { WorkCommunity } from '@/ui/work-community'
import { HeldList } from './parts/held-list'
import { countWords, viewWords, type Answer, type QueueView } from './words'
import './safety.css'

/** 内容审核: what others do not see yet, to let pass or to refuse with a reason. */
const QueuePage = () => {
  const community = useSession(workCommunity)
  if (community) return <Queue community={community} />
  return (
    <Page title="内容审核">
      <Card>
        <Empty
          icon="clipboard-list"
          title="这里给工作人员用"
          note="登录后，就能看到要审核的内容"
          act={{ text: '返回', onTap: back }}
        />
      </Card>
    </Page>
  )
}

const Queue = ({ community }: { community: Community }) => {
  const [view, setView] = useState<QueueView>('review')
  const query = useQuery('safety.queue', { communityId: community.id, view })
  return (
    <Page title="内容审核" refresh={query.reload}>
      <View className="row held-head">
        <View className="t-title grow">{community.name}</View>
        <WorkCommunity />
      </View>
      <View className="held-head">
        <Select
          label="看哪些"
          value={view}
          options={viewsOf(query.data?.counts ?? null)}
          onChange={setView}
        />
      </View>
      <Loaded query={query}>
        {(answer) => (
          <HeldList
            key={`${community.id} ${view}`}
            communityId={community.id}
            view={view}
            answer={answer}
            onChanged={query.reload}
          />
        )}
      </Loaded>
    </Page>
  )
}

const viewsOf = (counts: Answer['counts'] | null) =>
  (['review', 'checking'] as const).map((value) => ({
    value,
    text: counts ? `${viewWords[value].text} ${countWords(counts[value])}` : viewWords[value].text,
  }))

export default QueuePage
