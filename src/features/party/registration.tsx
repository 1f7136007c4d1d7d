import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Loaded } from '@/ui/loaded'
import { OnlyResidents } from '@/ui/only-residents'
import { Page } from '@/ui/page'
import { RecordCell } from './parts/record-cell'
import { RegistrationCards } from './parts/registration-cards'
import { StandCard } from './parts/stand-card'
import { ToldCard } from './parts/told-card'
import { mayApply, type MyRegistration } from './registration-words'
import { useRegistrationForm } from './use-registration-form'
import './party.css'

/** 党员双报到: what it is for, the application, and where it stands. */
const RegistrationPage = () => {
  const me = useSession((session) => session.me)
  const query = useQuery('party.registration', me ? {} : null)
  const { data, reload } = query
  const show = (registration: MyRegistration) => query.show({ registration })
  // Whoever has moved away can still look at it, and end it.
  const left = me !== null && me.residency === null ? (data?.registration ?? null) : null
  const form = useRegistrationForm({ onDone: show, reload })
  return (
    <Page
      title="党员双报到"
      refresh={reload}
      footer={
        data &&
        me?.residency &&
        mayApply(data.registration) && <Button text="报到" busy={form.busy} onTap={form.send} />
      }
    >
      {left && (
        <>
          <StandCard registration={left} />
          <ToldCard registration={left} onChanged={show} reload={reload} />
        </>
      )}
      {!left && (
        <OnlyResidents
          what="双报到"
          why="报到是向你住的社区报到。"
          without="在职党员向住的社区报到，就近做服务"
        >
          <Loaded query={query}>
            {({ registration }) => (
              <>
                {registration ? <StandCard registration={registration} /> : <WhatItIs />}
                {mayApply(registration) && <RegistrationCards form={form} />}
                {registration && registration.state !== 'applied' && <Ways registration={registration} />}
                {registration && <ToldCard registration={registration} onChanged={show} reload={reload} />}
              </>
            )}
          </Loaded>
        </OnlyResidents>
      )}
    </Page>
  )
}

const WhatItIs = () => (
  <Card tone="party">
    <View className="t-head party-words">党员向住的社区报到</View>
    <View className="mt-1">
      在职党员不只在单位，也在家门口出力：打扫楼道、帮老人跑腿、值一班岗。报到以后，能看到社区的活动，签到签退就记时长。
    </View>
  </Card>
)

/** What one comes for once one is registered. Hours and points stay when a registration ends. */
const Ways = ({ registration: { state } }: { registration: MyRegistration }) => (
  <Card>
    <List>
      {state === 'registered' && (
        <Cell
          icon="calendar-clock"
          title="城市党建日"
          note="看看这个月的活动，报名、签到"
          onTap={() => open('partyDays')}
        />
      )}
      <RecordCell />
    </List>
  </Card>
)

export default RegistrationPage
