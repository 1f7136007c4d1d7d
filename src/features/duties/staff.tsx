import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { open } from '@/services/go'
import { useSession, workCommunity } from '@/services/session'
import { placeToAppointAt } from '@/services/duties'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Desk, DeskColumn } from '@/ui/desk'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { DecideSheet } from './parts/decide-sheet'
import { DutyRow, type Asking } from './parts/duty-row'
import { InvitationsCard } from './parts/invitations-card'
import { PlaceHead } from './parts/place-head'
import type { Staff, StaffDuty } from './words'
import './duties.css'

/** 任职: who has which duty at a place, what waits to be decided, and the way to invite. Query: `place`, or none. */
const StaffDutiesPage = () => {
  const asked = useRouter().params['place']
  const usual = useSession((session) => placeToAppointAt(session.me, workCommunity(session)))
  const [chosen, setChosen] = useState<string | null>(asked ?? null)
  const placeId = chosen ?? usual
  const query = useQuery('duties.staff', placeId ? { placeId } : {})
  const place = query.data?.place
  const mayInvite = (query.data?.mayGive.length ?? 0) > 0
  return (
    <Page
      title="任职"
      wide
      refresh={query.reload}
      footer={
        mayInvite &&
        place && <Button icon="plus" text="邀请任职" onTap={() => open('dutyInvite', { place: place.id })} />
      }
    >
      <Loaded query={query}>
        {(staff) => <Shown staff={staff} onChoose={setChosen} onChanged={query.reload} />}
      </Loaded>
    </Page>
  )
}

interface Props {
  staff: Staff
  onChoose: (placeId: string) => void
  onChanged: () => Promise<void>
}

const Shown = ({ staff, onChoose, onChanged }: Props) => {
  const [asking, setAsking] = useState<Asking | null>(null)
  const { duties, invitations, place } = staff
  const isOpen = ({ state }: StaffDuty) => state === 'waiting' || state === 'due'
  const rows = (some: readonly StaffDuty[]) =>
    some.map((duty) => <DutyRow key={duty.id} duty={duty} onAsk={setAsking} onChanged={onChanged} />)
  const open = duties.filter(isOpen)
  const settled = duties.filter((duty) => !isOpen(duty))
  return (
    <>
      <PlaceHead staff={staff} onChoose={onChoose} />
      <Desk>
        <DeskColumn>
          {open.length > 0 && <Card title="要办的">{rows(open)}</Card>}
          <Card title={settled.length > 0 ? `在任 ${settled.length} 人次` : '在任'}>
            {settled.length === 0 && (
              <Empty icon="user-round" title="还没有人在任" note="邀请的人接受以后，会出现在这里" />
            )}
            {rows(settled)}
          </Card>
        </DeskColumn>
        <DeskColumn>
          <InvitationsCard invitations={invitations} onChanged={onChanged} />
          <Card tone="info">
            <View>任职每季度确认一次。满 100 天没确认会提醒任命的人，再过 14 天没人确认就停用。</View>
          </Card>
        </DeskColumn>
      </Desk>
      {asking && (
        <DecideSheet
          key={asking.duty.id}
          asking={asking}
          placeName={place.name}
          onClose={() => setAsking(null)}
          onDone={onChanged}
        />
      )}
    </>
  )
}

export default StaffDutiesPage
