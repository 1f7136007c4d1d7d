import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayDay, sayWeekday } from '@/services/format'
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
import { WorkCommunity } from '@/ui/work-community'
import { ActivityRow } from './parts/activity-row'
import { MonthSwitch } from './parts/month-switch'
import { isPastDay, presentMonth } from './months'
import type { StaffActivity } from './staff/staff-types'
import { placesWords } from './words'
import './party.css'
import './staff/staff.css'

/** 城市党建日活动: what is planned for a month and what was, each leading to its own screen. */
const ActivitiesPage = () => {
  const community = useSession(workCommunity)
  const wide = useWide()
  const [month, setMonth] = useState(presentMonth)
  const query = useQuery('party.staffActivities', community ? { communityId: community.id, month } : null)
  const add = () => open('activityForm')
  return (
    <Page
      title="城市党建日活动"
      wide
      refresh={query.reload}
      footer={!wide && <Button icon="plus" text="发布活动" onTap={add} />}
    >
      <View className="row party-head">
        <View className="t-title grow">{community?.name}</View>
        <WorkCommunity />
        {wide && <Button small icon="plus" text="发布活动" onTap={add} />}
      </View>
      <MonthSwitch month={month} onChange={setMonth} />
      <Loaded query={query}>{(answer) => <Columns answer={answer} />}</Loaded>
    </Page>
  )
}

const Columns = ({ answer: { activities, partyDay } }: { answer: Output<'party.staffActivities'> }) => {
  const onDay = activities.filter(({ onPartyDay }) => onPartyDay)
  const others = activities.filter(({ onPartyDay }) => !onPartyDay)
  const weekday = sayWeekday(`${partyDay}T00:00:00+08:00`)
  return (
    <Desk>
      <DeskColumn>
        <Card title={`${sayDay(partyDay)} ${weekday} · 党建日`}>
          {onDay.length > 0 ? (
            <Rows activities={onDay} />
          ) : isPastDay(partyDay) ? (
            <Empty icon="calendar-clock" title="这天没有活动" note="看看下个月" />
          ) : (
            <Empty
              icon="calendar-clock"
              title="这天还没有活动"
              note="发布后，报到的党员就能看到"
              act={{ text: '发布一场', onTap: () => open('activityForm', { day: partyDay }) }}
            />
          )}
        </Card>
      </DeskColumn>
      <DeskColumn>
        {others.length > 0 && (
          <Card title="别的日子">
            <Rows activities={others} />
          </Card>
        )}
      </DeskColumn>
    </Desk>
  )
}

const Rows = ({ activities }: { activities: readonly StaffActivity[] }) => (
  <>
    {activities.map((activity) => (
      <ActivityRow
        key={activity.id}
        activity={activity}
        chips={<Stand activity={activity} />}
        onTap={() => open('activityHost', { id: activity.id })}
      />
    ))}
  </>
)

const Stand = ({ activity }: { activity: StaffActivity }) => {
  const { joined, capacity, compound } = activity
  const places = placesWords(activity)
  return (
    <>
      <Chip text={capacity === null ? `${joined} 人报名` : `${joined} / ${capacity} 人`} />
      {places.tone !== 'accent' && <Chip {...places} />}
      {compound !== null && <Chip text={compound} />}
    </>
  )
}

export default ActivitiesPage
