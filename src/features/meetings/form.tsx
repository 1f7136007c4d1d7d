import { useRouter } from '@tarojs/taro'
import { back, replace } from '@/services/go'
import { useSession, workCommunity } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { FormCards } from './staff/form-cards'
import type { StaffMeeting } from './staff/meeting-draft'
import { useMeetingForm } from './staff/use-meeting-form'
import '@/ui/door.css'
import './meetings.css'
import './staff/staff.css'

/** A new meeting, or with `id` in the address changes to one that is published. */
const MeetingFormPage = () => {
  const { id } = useRouter().params
  const community = useSession(workCommunity)
  const query = useQuery('meetings.host', id ? { meetingId: id } : null)
  const meeting = query.data?.meeting ?? null
  if (community && (!id || meeting))
    return <Writing communityId={community.id} meeting={meeting} reload={query.reload} />
  return (
    <Page title="安排一场会">
      {id ? (
        <Loaded query={query}>{() => null}</Loaded>
      ) : (
        <Card>
          <Empty
            icon="clipboard-list"
            title="这里给工作人员用"
            note="登录后，就能安排会议"
            act={{ text: '返回', onTap: back }}
          />
        </Card>
      )}
    </Page>
  )
}

interface Props {
  communityId: string
  meeting: StaffMeeting | null
  reload: () => Promise<void>
}

const Writing = ({ communityId, meeting, reload }: Props) => {
  const onDone = (id: string) => (meeting ? back() : replace('meetingHost', { id }))
  const form = useMeetingForm({ communityId, meeting, onDone, reload })
  return (
    <Page
      title={meeting ? '修改安排' : '安排一场会'}
      wide
      footer={<Button text={meeting ? '保存修改' : '发布'} busy={form.busy} onTap={form.send} />}
    >
      <FormCards form={form} />
    </Page>
  )
}

export default MeetingFormPage
