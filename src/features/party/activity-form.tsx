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
import type { StaffActivity } from './staff/staff-types'
import { useActivityForm } from './staff/use-activity-form'
import '@/ui/door.css'
import './party.css'
import './staff/staff.css'

/** A new activity, on `day` where that is in the address; or with `id` changes to one that is published. */
const ActivityFormPage = () => {
  const { id, day } = useRouter().params
  const community = useSession(workCommunity)
  const query = useQuery('party.host', id ? { activityId: id } : null)
  const activity = query.data?.activity ?? null
  if (community && (!id || activity)) {
    return <Writing communityId={community.id} activity={activity} day={day ?? null} reload={query.reload} />
  }
  return (
    <Page title="发布活动">
      {id ? (
        <Loaded query={query}>{() => null}</Loaded>
      ) : (
        <Card>
          <Empty
            icon="clipboard-list"
            title="这里给工作人员用"
            note="登录后，就能发布活动"
            act={{ text: '返回', onTap: back }}
          />
        </Card>
      )}
    </Page>
  )
}

interface Props {
  communityId: string
  activity: StaffActivity | null
  day: string | null
  reload: () => Promise<void>
}

const Writing = ({ communityId, activity, day, reload }: Props) => {
  const onDone = (id: string) => (activity ? back() : replace('activityHost', { id }))
  const form = useActivityForm({ communityId, activity, day, onDone, reload })
  return (
    <Page
      title={activity ? '修改活动' : '发布活动'}
      wide
      footer={<Button text={activity ? '保存修改' : '发布'} busy={form.busy} onTap={form.send} />}
    >
      <FormCards form={form} />
    </Page>
  )
}

export default ActivityFormPage
