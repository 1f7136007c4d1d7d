import { useRouter } from '@tarojs/taro'
import { useShare } from '@/services/platform/share'
import { useSession } from '@/services/session'
import { useQuery, type Query } from '@/services/use-query'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { ActionsCard } from './parts/actions-card'
import { FactsCard } from './parts/facts-card'
import { HeadCard } from './parts/head-card'
import { MeetingFooter } from './parts/meeting-footer'
import { MineCard } from './parts/mine-card'
import { MinutesCard } from './parts/minutes-card'
import { TopicsCard } from './parts/topics-card'
import { useActs } from './use-acts'
import { invitationTo, type Meeting } from './words'
import './meetings.css'

/** One meeting: come, say what to talk about, and see what became of what was agreed. Query: `id`. */
const MeetingPage = () => {
  const meetingId = useRouter().params['id']
  // A guest's answer lacks what is mine: asked again once it is known who looks.
  const known = useSession(({ status, failure }) => status !== 'unknown' || failure !== null)
  const query = useQuery('meetings.meeting', meetingId && known ? { meetingId } : null)
  const acts = useActs(query.data)
  useShare(query.data && invitationTo(query.data))
  return (
    <Page
      title="恳谈日"
      refresh={query.reload}
      footer={
        query.data &&
        (acts.main ?? acts.why ?? acts.cancel) && (
          <MeetingFooter meeting={query.data} acts={acts} reload={query.reload} />
        )
      }
    >
      <Loaded query={query}>{(meeting) => <Cards meeting={meeting} query={query} />}</Loaded>
    </Page>
  )
}

const Cards = ({ meeting, query }: { meeting: Meeting; query: Query<Meeting> }) => (
  <>
    <HeadCard meeting={meeting} />
    <MineCard meeting={meeting} />
    {meeting.minutes && <MinutesCard minutes={meeting.minutes} />}
    <TopicsCard meeting={meeting} onChanged={(topics) => query.show({ ...meeting, topics })} />
    {meeting.previous && meeting.previous.actions.length > 0 && (
      <ActionsCard title="上次说的，办得怎样" actions={meeting.previous.actions} />
    )}
    <FactsCard meeting={meeting} />
  </>
)

export default MeetingPage
