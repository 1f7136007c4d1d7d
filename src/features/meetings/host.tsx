import { useRouter } from '@tarojs/taro'
import { useWide } from '@/services/platform/wide'
import { canScan } from '@/services/platform/scan'
import { usePolling } from '@/services/use-polling'
import { useQuery, type Query } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Desk, DeskColumn } from '@/ui/desk'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { AgendaCard } from './staff/agenda-card'
import { CountCard } from './staff/count-card'
import { DoorCard } from './staff/door-card'
import type { Host } from './staff/host-types'
import { MenuCard } from './staff/menu-card'
import { PeopleCard } from './staff/people-card'
import { useScanMember } from './staff/use-scan-member'
import { isOver } from './words'
import '@/ui/door.css'
import './meetings.css'
import './staff/staff.css'

/** 会场: the code at the door, who is there, and all that staff do with one meeting. Query: `id`. */
const HostPage = () => {
  const { id } = useRouter().params
  const query = useQuery('meetings.host', id ? { meetingId: id } : null)
  const meeting = query.data?.meeting
  usePolling(query.reload, meeting?.state === 'open' && !isOver(meeting))
  const { busy, scan } = useScanMember(id ?? '', query.reload)
  const atDoor = Boolean(query.data?.steps)
  return (
    <Page
      title="会场"
      wide
      refresh={query.reload}
      footer={canScan && atDoor && <Button icon="scan-line" text="扫居民的码" busy={busy} onTap={scan} />}
    >
      <Loaded query={query}>{(host) => <Columns host={host} query={query} />}</Loaded>
    </Page>
  )
}

const Columns = ({ host, query }: { host: Host; query: Query<Host> }) => {
  const wide = useWide()
  const { reload, show } = query
  const settings = (
    <>
      <AgendaCard host={host} onChanged={(topics) => show({ ...host, topics })} />
      <MenuCard meeting={host.meeting} onChanged={reload} />
    </>
  )
  return (
    <Desk>
      <DeskColumn list>
        <DoorCard host={host} />
        <CountCard host={host} />
        {wide && settings}
      </DeskColumn>
      <DeskColumn>
        <PeopleCard host={host} onChanged={reload} />
        {!wide && settings}
      </DeskColumn>
    </Desk>
  )
}

export default HostPage
