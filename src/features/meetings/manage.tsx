import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { open } from '@/services/go'
import { useWide } from '@/services/platform/wide'
import { useSession, workCommunity } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Desk, DeskColumn } from '@/ui/desk'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { MeetingRow } from './parts/meeting-row'
import { isOver, seatWords } from './words'
import './meetings.css'

type StaffMeeting = Output<'meetings.staffMeetings'>['meetings'][number]

/** 恳谈日管理: what is coming and what was, each leading to its own screen. */
const Manage = () => {
  const community = useSession(workCommunity)
  const wide = useWide()
  const input = community ? { communityId: community.id } : null
  const upcoming = useQuery('meetings.staffMeetings', input)
  const past = useQuery('meetings.staffMeetings', input && { ...input, past: true })
  const refresh = async () => void (await Promise.all([upcoming.reload(), past.reload()]))
  const add = () => open('meetingForm')
  return (
    <Page
      title="恳谈日管理"
      wide
      refresh={refresh}
      footer={!wide && <Button icon="plus" text="安排一场" onTap={add} />}
    >
      {wide && (
        <View className="row manage-head">
          <View className="t-title grow">{community?.name}</View>
          <Button small icon="plus" text="安排一场" onTap={add} />
        </View>
      )}
      <Desk>
        <DeskColumn>
          <Loaded query={upcoming}>{({ meetings }) => <ToCome meetings={meetings} add={add} />}</Loaded>
        </DeskColumn>
        <DeskColumn>
          {past.data && past.data.meetings.length > 0 && (
            <Card title="开过的">
              <Rows meetings={past.data.meetings} />
            </Card>
          )}
        </DeskColumn>
      </Desk>
    </Page>
  )
}

const ToCome = ({ meetings, add }: { meetings: readonly StaffMeeting[]; add: () => void }) =>
  meetings.length > 0 ? (
    <Card title="要开的">
      <Rows meetings={meetings} />
    </Card>
  ) : (
    <Card>
      <Empty
        icon="calendar-clock"
        title="还没有安排"
        note="选一个模板，时间、名额都填好了，改两处就能发布"
        act={{ text: '安排一场', onTap: add }}
      />
    </Card>
  )

const Rows = ({ meetings }: { meetings: readonly StaffMeeting[] }) => (
  <>
    {meetings.map((meeting) => (
      <MeetingRow
        key={meeting.id}
        meeting={meeting}
        chips={<Stand meeting={meeting} />}
        onTap={() => open('meetingHost', { id: meeting.id })}
      />
    ))}
  </>
)

const Stand = ({ meeting }: { meeting: StaffMeeting }) => {
  const seats = seatWords(meeting)
  return (
    <>
      <Chip text={`${meeting.seatsTaken} / ${meeting.capacity} 人`} />
      {(meeting.gate !== 'seat' || isOver(meeting)) && <Chip text={seats.text} tone={seats.tone} />}
      {meeting.seriesId !== null && <Chip text="每月" />}
    </>
  )
}

export default Manage
