import { useRouter } from '@tarojs/taro'
import { communityShown, useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { ChooseCommunity } from '@/ui/community-list'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import type { CaseForm, Kind } from './form/case-draft'
import { FormCards } from './form/form-cards'
import { SubmitBar } from './form/submit-bar'
import { useCaseForm } from './form/use-case-form'
import './affairs.css'

/**
 * 随手拍 and 提建议. Query: `kind`; or `box`, the code on a compound's suggestion box, which WeChat also hands
 * over as `scene`.
 */
const ReportPage = () => {
  const { kind, box, scene } = useRouter().params
  const code = box ?? (scene ? decodeURIComponent(scene) : undefined)
  const isMember = useSession((session) => session.me !== null)
  const communityId = useSession(communityShown)
  const where = code ? { box: code } : communityId ? { communityId } : null
  const query = useQuery('affairs.form', isMember ? where : null)
  const chosen: Kind = code !== undefined || kind === 'suggestion' ? 'suggestion' : 'report'
  if (query.data) return <Writing form={query.data} kind={chosen} />
  return (
    <Page title={titles[chosen]}>
      <OnlyMembers title="登录后就能提" note="这样办到哪一步、怎么答复，才能告诉你">
        {where ? <Loaded query={query}>{() => null}</Loaded> : <ChooseCommunity />}
      </OnlyMembers>
    </Page>
  )
}

const Writing = ({ form, kind }: { form: CaseForm; kind: Kind }) => {
  const writing = useCaseForm(form, kind)
  return (
    <Page title={titles[kind]} footer={<SubmitBar writing={writing} />}>
      <FormCards writing={writing} />
    </Page>
  )
}

const titles: Record<Kind, string> = { report: '随手拍', suggestion: '提建议' }

export default ReportPage
