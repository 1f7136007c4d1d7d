import { useState } from 'react'
import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { useWide } from '@/services/platform/wide'
import { useSession, workCommunity, type Community } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Desk, DeskColumn } from '@/ui/desk'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty, Skeleton } from '@/ui/state'
import { ChooseCard } from './choose-card'
import { PastImports } from './past-imports'
import { ReportPane } from './report-pane'
import { useStage } from './use-stage'
import './imports.css'

/** 导入: choose a workbook, and what was imported before; at a desk with the report beside it. */
const ImportsPage = () => {
  const community = useSession(workCommunity)
  if (community) return <Imports key={community.id} community={community} />
  return (
    <Page title="导入表格">
      <Card>
        <Skeleton />
      </Card>
    </Page>
  )
}

const Imports = ({ community }: { community: Community }) => {
  const wide = useWide()
  const stage = useStage(community.id)
  const past = useQuery('imports.list', { communityId: community.id })
  const [shownId, setShownId] = useState<string | null>(null)
  const show = (id: string) => (wide ? setShownId(id) : open('importRun', { id }))
  const choose = async () => {
    const report = await stage.choose()
    if (!report) return
    show(report.id)
    await past.reload()
  }
  return (
    <Page title="导入表格" wide refresh={past.reload}>
      <View className="t-note import-where">导入到 {community.name}</View>
      <Desk>
        <DeskColumn list>
          <ChooseCard stage={stage} choose={choose} />
          <Loaded query={past}>
            {({ imports }) => <PastImports imports={imports} shownId={wide ? shownId : null} onTap={show} />}
          </Loaded>
        </DeskColumn>
        {wide && (
          <DeskColumn>
            {shownId === null || stage.busy ? (
              <Card>
                <Empty
                  icon="file-spreadsheet"
                  title="检查结果在这里"
                  note="选择表格，或在左边点一次以前的导入"
                />
              </Card>
            ) : (
              <ReportPane
                key={shownId}
                communityId={community.id}
                importId={shownId}
                chooseAgain={choose}
                onStep={past.reload}
              />
            )}
          </DeskColumn>
        )}
      </Desk>
    </Page>
  )
}

export default ImportsPage
