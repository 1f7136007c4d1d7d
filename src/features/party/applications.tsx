import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { useWide } from '@/services/platform/wide'
import { useSession, workCommunity } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Desk, DeskColumn } from '@/ui/desk'
import { Select } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { WorkCommunity } from '@/ui/work-community'
import { ApplicationList, type ApplicationView } from './staff/application-list'
import './party.css'
import './staff/staff.css'

/** 报到核对: who waits, and who is registered; side by side at a desk. */
const ApplicationsPage = () => {
  const community = useSession(workCommunity)
  const wide = useWide()
  const [part, setPart] = useState<ApplicationView>('waiting')
  const communityId = community?.id ?? null
  const waiting = useQuery('party.applications', communityId ? { communityId, view: 'waiting' } : null)
  const registered = useQuery(
    'party.applications',
    communityId && (wide || part === 'registered') ? { communityId, view: 'registered' } : null,
  )
  const refresh = async () => void (await Promise.all([waiting.reload(), registered.reload()]))
  const listOf = (view: ApplicationView) => (
    <Loaded query={view === 'waiting' ? waiting : registered}>
      {(answer) =>
        communityId && (
          <ApplicationList
            key={`${communityId} ${view}`}
            communityId={communityId}
            view={view}
            titled={wide}
            answer={answer}
            onChanged={refresh}
          />
        )
      }
    </Loaded>
  )
  return (
    <Page title="报到核对" wide refresh={refresh}>
      <View className="row party-head">
        <View className="t-title grow">{community?.name}</View>
        <WorkCommunity />
      </View>
      {wide ? (
        <Desk>
          <DeskColumn>{listOf('waiting')}</DeskColumn>
          <DeskColumn>{listOf('registered')}</DeskColumn>
        </Desk>
      ) : (
        <>
          <View className="party-head">
            <Select
              label="看哪些"
              value={part}
              options={partsOf(waiting.data?.counts ?? null)}
              onChange={setPart}
            />
          </View>
          {listOf(part)}
        </>
      )}
    </Page>
  )
}

const partsOf = (counts: Output<'party.applications'>['counts'] | null) => [
  { value: 'waiting' as const, text: counts ? `等核对 ${counts.waiting}` : '等核对' },
  { value: 'registered' as const, text: counts ? `已报到 ${counts.registered}` : '已报到' },
]

export default ApplicationsPage
