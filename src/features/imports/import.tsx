import { useRouter } from '@tarojs/taro'
import { replace } from '@/services/go'
import { useSession, workCommunity, type Community } from '@/services/session'
import { Card } from '@/ui/card'
import { Page } from '@/ui/page'
import { Progress } from '@/ui/progress'
import { Skeleton } from '@/ui/state'
import { ReportPane } from './report-pane'
import { Trouble } from './trouble'
import { useStage } from './use-stage'
import './imports.css'

/** One import on a page of its own. */
const ImportPage = () => {
  const importId = useRouter().params.id
  const community = useSession(workCommunity)
  if (community && importId) return <OneImport community={community} importId={importId} />
  return (
    <Page title="导入结果">
      <Card>
        <Skeleton />
      </Card>
    </Page>
  )
}

const OneImport = ({ community, importId }: { community: Community; importId: string }) => {
  const stage = useStage(community.id)
  const choose = async () => {
    const report = await stage.choose()
    if (report) replace('importRun', { id: report.id })
  }
  return (
    <Page title="导入结果">
      {stage.trouble && <Trouble words={stage.trouble} />}
      {stage.busy ? (
        <Card>
          <Progress label={`正在检查 ${stage.fileName ?? ''}`} done={0} toDo={0} />
        </Card>
      ) : (
        <ReportPane communityId={community.id} importId={importId} chooseAgain={choose} />
      )}
    </Page>
  )
}

export default ImportPage
