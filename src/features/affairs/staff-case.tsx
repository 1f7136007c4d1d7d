import { useRouter } from '@tarojs/taro'
import { useSession } from '@/services/session'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { CasePane } from './staff/case-pane'
import { useStaffCase } from './staff/use-staff-case'
import './affairs.css'
import './staff/staff.css'

/** One case at work, on a page of its own. Query: `id`. */
const StaffCasePage = () => {
  const isMember = useSession((session) => session.me !== null)
  const { id } = useRouter().params
  const work = useStaffCase(isMember ? id : undefined)
  return (
    <Page title="办理诉求" refresh={work.query.reload}>
      <OnlyMembers title="登录后办理" note="这里给工作人员用">
        <CasePane work={work} />
      </OnlyMembers>
    </Page>
  )
}

export default StaffCasePage
