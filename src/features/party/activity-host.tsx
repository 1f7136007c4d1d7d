import { useRouter } from '@tarojs/taro'
import { useWide } from '@/services/platform/wide'
import { usePolling } from '@/services/use-polling'
import { useQuery } from '@/services/use-query'
import { Desk, DeskColumn } from '@/ui/desk'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { CountCard } from './staff/count-card'
import { DoorCard } from './staff/door-card'
import { MenuCard } from './staff/menu-card'
import { PeopleCard } from './staff/people-card'
import type { Host } from './staff/staff-types'
import '@/ui/door.css'
import './party.css'
import './staff/staff.css'

/** 活动现场: the codes to come in and to go out, who is there, and all that staff do with one activity. Query: `id`. */
const ActivityHostPage = () => {
  const { id } = useRouter().params
  const query = useQuery('party.host', id ? { activityId: id } : null)
  usePolling(query.reload, Boolean(query.data?.inSteps ?? query.data?.outSteps))
  return (
    <Page title="活动现场" wide refresh={query.reload}>
      <Loaded query={query}>{(host) => <Columns host={host} reload={query.reload} />}</Loaded>
    </Page>
  )
}

const Columns = ({ host, reload }: { host: Host; reload: () => Promise<void> }) => {
  const wide = useWide()
  const menu = <MenuCard activity={host.activity} onChanged={reload} />
  return (
    <Desk>
      <DeskColumn list>
        <DoorCard host={host} />
        <CountCard host={host} />
        {wide && menu}
      </DeskColumn>
      <DeskColumn>
        <PeopleCard host={host} onChanged={reload} />
        {!wide && menu}
      </DeskColumn>
    </Desk>
  )
}

export default ActivityHostPage
