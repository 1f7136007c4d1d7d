import { useRouter } from '@tarojs/taro'
import { open } from '@/services/go'
import { communityShown, useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { MeetingRow } from './parts/meeting-row'
import type { Brief } from './words'
import './meetings.css'

/** 恳谈日 of a community: those to come, and below them those that were. Query: `community`. */
const Meetings = () => {
  const usual = useSession(communityShown)
  const communityId = useRouter().params['community'] ?? usual
  const upcoming = useQuery('meetings.upcoming', communityId ? { communityId } : null)
  const past = useQuery('meetings.upcoming', communityId ? { communityId, past: true } : null)
  const refresh = async () => void (await Promise.all([upcoming.reload(), past.reload()]))
  return (
    <Page title="恳谈日" refresh={refresh}>
      <Loaded query={upcoming}>{({ meetings }) => <ToCome meetings={meetings} />}</Loaded>
      {past.data && past.data.meetings.length > 0 && (
        <Card title="开过的">
          <Rows meetings={past.data.meetings} />
        </Card>
      )}
    </Page>
  )
}

const ToCome = ({ meetings }: { meetings: readonly Brief[] }) => (
  <Card>
    {meetings.length > 0 ? (
      <Rows meetings={meetings} />
    ) : (
      <Empty
        icon="calendar-clock"
        title="近期没有安排"
        note="每月 10 日是城市党建日，社区会提前在这里发布，欢迎来说说身边的事"
      />
    )}
  </Card>
)

const Rows = ({ meetings }: { meetings: readonly Brief[] }) => (
  <>
    {meetings.map((meeting) => (
      <MeetingRow key={meeting.id} meeting={meeting} onTap={() => open('meeting', { id: meeting.id })} />
    ))}
  </>
)

export default Meetings
