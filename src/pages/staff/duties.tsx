import { useEffect } from 'react'
import type { Role } from '@contract/access'
import type { Output } from '@contract/index'
import { roleWords } from '@/services/duties'
import { open } from '@/services/go'
import type { Failure } from '@/services/replies'
import { canScan } from '@/services/platform/scan'
import { loadMe, useSession, type Community, type Me } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Desk, DeskColumn } from '@/ui/desk'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { Goods } from './goods'
import { Ledger } from './ledger'
import { MeetingsToday, Notices, Numbers, OtherWork, Reviews } from './more'
import { Party } from './party'
import { Proxying } from './proxying'
import { MyBuilding, Residents } from './residents'
import { Today } from './today'
import { WorkPlace } from './work-place'
import './staff.css'

interface Props {
  community: Community
  roles: Role[]
}

/** The work in one community, or for the street's staff in all of theirs, by what my roles there allow. */
export const Duties = ({ community, roles }: Props) => {
  const me = useSession((session) => session.me)
  const query = useQuery('home.work', { communityId: community.id })
  useNewsOfDuties(query.failure)
  const worker = roles.includes('community_worker')
  const hands = worker || roles.includes('service_steward')
  return (
    <Page title="工作" tab wide refresh={query.reload} footer={hands && <HandOver main={!worker} />}>
      <WorkPlace
        community={community}
        street={hands ? null : streetOf(me)}
        role={roles.map((role) => roleWords[role]).join('、')}
      />
      <Loaded query={query}>
        {(work) => (
          <Desk>
            <DeskColumn>
              {work.queue && <Today queue={work.queue} reload={query.reload} />}
              {!work.queue && hands && <OnlyHandsOver />}
              {roles.includes('building_leader') && <MyBuilding />}
              <Proxying roles={roles} />
              {work.dutiesToDecide !== null && <Appointing toDecide={work.dutiesToDecide} />}
              {work.dutiesToDecide === null && roles.includes('grid_worker') && <OnlyTerritory />}
            </DeskColumn>
            <Rest work={work} />
          </Desk>
        )}
      </Loaded>
    </Page>
  )
}

/** Whoever is refused here has lost a duty since the session began: it asks again what there is. */
const useNewsOfDuties = (failure: Failure | null) => {
  const isLost = failure?.code === 'FORBIDDEN' || failure?.code === 'NOT_FOUND'
  useEffect(() => void (isLost && loadMe()), [isLost])
}

/** Beside the queue, or on a phone below it. */
const Rest = ({ work }: { work: Output<'home.work'> }) => {
  const { meetingsToday, goods, ledgers, waitingApplications, waitingResidents, waitingReviews } = work
  if (!goods && ledgers.length === 0) return null
  return (
    <DeskColumn>
      {meetingsToday && meetingsToday.length > 0 && <MeetingsToday meetings={meetingsToday} />}
      {waitingReviews !== null && <Reviews waiting={waitingReviews} several={ledgers.length > 1} />}
      {goods && <Goods goods={goods} />}
      {waitingResidents !== null && <Residents waiting={waitingResidents} />}
      {meetingsToday && <Party waiting={waitingApplications} />}
      {meetingsToday ? <OtherWork /> : <WorkOfStreet />}
      {ledgers.map((state) => (
        <Ledger key={state.community.id} state={state} named={ledgers.length > 1} />
      ))}
    </DeskColumn>
  )
}

/** Of the street's work, what its staff keep themselves. */
const WorkOfStreet = () => (
  <Card>
    <List>
      <Notices />
      <Numbers />
    </List>
  </Card>
)

/** The most frequent thing that is done to somebody's face: always in reach. @param main nothing else is done here */
const HandOver = ({ main }: { main: boolean }) => (
  <>
    {canScan && (
      <Button
        look={main ? 'main' : 'soft'}
        icon="scan-line"
        text="扫一扫"
        onTap={() => open('verify', { scan: '1' })}
      />
    )}
    <Button
      look={main && !canScan ? 'main' : 'soft'}
      icon="hash"
      text="核销领取"
      onTap={() => open('verify')}
    />
  </>
)

const OnlyHandsOver = () => (
  <Card>
    <Empty
      icon="package"
      title="核销领取"
      note={`居民来领东西时，${canScan ? '扫他的领取码，或' : ''}输入他报的 8 位数字`}
    />
  </Card>
)

/** For those who give duties to others. */
const Appointing = ({ toDecide }: { toDecide: number }) => (
  <Card>
    <List>
      <Cell
        icon="user-round"
        title="任职"
        note={toDecide > 0 ? `${toDecide} 件等你批准或确认` : '谁在什么岗位，邀请、批准、确认和解除'}
        onTap={() => open('duties')}
      />
      <Cell
        icon="shield-check"
        title="操作记录"
        note="谁办了什么、谁看过居民信息"
        onTap={() => open('privacyAudit')}
      />
      <Territory />
    </List>
  </Card>
)

const Territory = () => (
  <Cell icon="map-pin" title="网格与楼栋" note="小区、楼栋、单元，两层网格" onTap={() => open('territory')} />
)

const OnlyTerritory = () => (
  <Card>
    <List>
      <Territory />
    </List>
  </Card>
)

/** Where somebody works who hands nothing over: a street, or the district, with all its communities. */
const streetOf = (me: Me | null): string | null =>
  me?.duties.find(({ role }) => role === 'street_staff' || role === 'district_staff')?.placeName ?? null
