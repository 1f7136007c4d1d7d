import { useState } from 'react'
import { sayDay, sayWeekday } from '@/services/format'
import { open } from '@/services/go'
import { canScan } from '@/services/platform/scan'
import { useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { useMessageTemplates } from '@/services/wechat-messages'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { List } from '@/ui/cell'
import { Loaded } from '@/ui/loaded'
import { OnlyResidents } from '@/ui/only-residents'
import { Page } from '@/ui/page'
import { ActivitiesCard } from './parts/activities-card'
import { MonthSwitch } from './parts/month-switch'
import { NotRegistered } from './parts/not-registered'
import { RecordCell } from './parts/record-cell'
import { isPastDay, presentMonth } from './months'
import './party.css'

/** 城市党建日: the month's activities, those of its 10th first. */
const Days = () => {
  const isResident = useSession((session) => Boolean(session.me?.residency))
  useMessageTemplates()
  const [month, setMonth] = useState(presentMonth)
  const query = useQuery('party.activities', isResident ? { month } : null)
  const registered = query.failure?.code !== 'FORBIDDEN'
  const scan = () => open('activityCheckIn', { scan: '1' })
  return (
    <Page
      title="城市党建日"
      refresh={query.reload}
      footer={
        query.data &&
        registered && (
          <Button
            icon={canScan ? 'scan-line' : 'qr-code'}
            text={canScan ? '扫码签到签退' : '签到签退'}
            onTap={scan}
          />
        )
      }
    >
      <OnlyResidents
        what="活动"
        why="活动是为住在社区的党员办的。"
        without="每月 10 日，党员就近参加社区活动"
      >
        {registered ? (
          <>
            <MonthSwitch month={month} onChange={setMonth} />
            <Loaded query={query}>
              {({ activities, partyDay }) => (
                <>
                  <ActivitiesCard
                    title={`${sayDay(partyDay)} ${sayWeekday(`${partyDay}T00:00:00+08:00`)} · 党建日`}
                    empty={isPastDay(partyDay) ? '这个月 10 日没有活动' : '这个月 10 日的活动还没发布'}
                    activities={activities.filter(({ onPartyDay }) => onPartyDay)}
                    reload={query.reload}
                  />
                  <ActivitiesCard
                    title="别的日子"
                    activities={activities.filter(({ onPartyDay }) => !onPartyDay)}
                    reload={query.reload}
                  />
                </>
              )}
            </Loaded>
            <Card>
              <List>
                <RecordCell />
              </List>
            </Card>
          </>
        ) : (
          <NotRegistered />
        )}
      </OnlyResidents>
    </Page>
  )
}

export default Days
