import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Output } from '@contract/index'
import { rolesAt } from '@/services/duties'
import { open } from '@/services/go'
import { goBeside, useRowKeys } from '@/services/platform/row-keys'
import { useWide } from '@/services/platform/wide'
import { useSession, workCommunity } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { CaseCounts } from '@/ui/case-counts'
import { Desk, DeskColumn } from '@/ui/desk'
import { Select } from '@/ui/form'
import { Icon } from '@/ui/icon'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { WorkCommunity } from '@/ui/work-community'
import { CasePane } from './staff/case-pane'
import type { QueueView } from './staff/changed-case'
import { QueueList, viewsFor } from './staff/queue-list'
import { useStaffCase } from './staff/use-staff-case'
import './affairs.css'
import './staff/staff.css'

/** 诉求办理: the queue; at a desk with the case beside it, on a phone with a page of its own. */
const QueuePage = () => {
  const community = useSession(workCommunity)
  const me = useSession((session) => session.me)
  const wide = useWide()
  const [chosen, choose] = useState<QueueView>('todo')
  const views = viewsFor(community && rolesAt(me, community.id))
  const view = views.find(({ value }) => value === chosen)?.value ?? 'mine'
  const [shownId, setShownId] = useState<string | null>(null)
  const asked = community && { communityId: community.id, view }
  const query = useQuery('affairs.queue', asked)
  const show = (id: string) => {
    if (!wide) return open('staffCase', { id })
    setShownId(id)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    goBeside('.desk-column')
  }
  useRowKeys('.queue-row', () => setShownId(null))
  return (
    <Page title="诉求办理" wide refresh={query.reload}>
      <Desk>
        <DeskColumn list>
          <View className="queue-head">
            <View className="row">
              <View className="t-title grow">{community?.name}</View>
              <WorkCommunity />
            </View>
            {query.data && <CaseCounts counts={query.data.counts} />}
            <Select label="看哪些" value={view} options={views} onChange={choose} />
          </View>
          {query.data && view === 'todo' && <OverdueElsewhere answer={query.data} />}
          <Loaded query={query}>
            {(answer) =>
              asked && (
                <QueueList
                  key={`${asked.communityId} ${view}`}
                  answer={answer}
                  asked={asked}
                  shownId={wide ? shownId : null}
                  onTap={show}
                />
              )
            }
          </Loaded>
        </DeskColumn>
        {wide && (
          <DeskColumn>
            {shownId === null ? (
              <Card>
                <Empty
                  icon="clipboard-list"
                  title="选一件事"
                  note="在左边点一件，就能在这里答复和派单。键盘：↑ ↓ 选，回车打开，Esc 返回"
                />
              </Card>
            ) : (
              <Beside key={shownId} caseId={shownId} onChanged={() => void query.reload()} />
            )}
          </DeskColumn>
        )}
      </Desk>
    </Page>
  )
}

/** What others handle can be late too: it is not in this list, and must not be overlooked. */
const OverdueElsewhere = ({ answer }: { answer: Output<'affairs.queue'> }) => {
  const { cases, counts, nextBefore } = answer
  // Where the page ends with one that is overdue, there may be more of them on the next.
  if (nextBefore !== null && cases[cases.length - 1]?.overdue) return null
  const elsewhere = counts.overdue - cases.filter(({ overdue }) => overdue).length
  if (elsewhere <= 0) return null
  return (
    <Card tone="bad">
      <View className="row">
        <Icon name="circle-alert" />
        <View className="grow">{elsewhere} 件已超期的在「等待中」，请催一催办理的人。</View>
      </View>
    </Card>
  )
}

const Beside = ({ caseId, onChanged }: { caseId: string; onChanged: () => void }) => (
  <CasePane work={useStaffCase(caseId, onChanged)} />
)

export default QueuePage
