import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { communitiesOf } from '@/services/duties'
import { useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Choices } from '@/ui/choices'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { UnitCard } from './parts/unit-card'
import './residency.css'

type Unit = Output<'residency.myUnits'>['units'][number]

/** 我的楼: the households of the units that I lead, and how many of each are verified. */
const MyBuildingPage = () => {
  const me = useSession((session) => session.me)
  const community = communitiesOf(me, 'building_leader')[0] ?? null
  const query = useQuery('residency.myUnits', community && { communityId: community.id })
  return (
    <Page title="我的楼" refresh={query.reload}>
      <OnlyMembers title="登录后看你的楼" note="给楼长用">
        {community ? (
          <Loaded query={query}>{({ units }) => <Units units={units} communityId={community.id} />}</Loaded>
        ) : (
          <NoLeader />
        )}
      </OnlyMembers>
    </Page>
  )
}

const Units = ({ units, communityId }: { units: Unit[]; communityId: string }) => {
  const [chosen, setChosen] = useState<string | null>(null)
  const unit = units.find((one) => keyOf(one) === chosen) ?? units[0]
  if (!unit) return <NoLeader />
  return (
    <>
      {units.length > 1 && (
        <Card>
          <Choices
            label="哪个单元"
            value={keyOf(unit)}
            options={units.map((one) => ({ value: keyOf(one), text: sayUnit(one) }))}
            onChange={setChosen}
          />
        </Card>
      )}
      <Card>
        <View className="t-title">{sayUnit(unit)}</View>
        <View className="t-note mt-1">
          {unit.households} 户，{unit.boundHouseholds} 户有人登记
        </View>
        <View className="t-note mt-1">姓名、电话只显示一部分。要联系住户，请找社区工作人员。</View>
      </Card>
      <UnitCard key={keyOf(unit)} communityId={communityId} building={unit.building} unit={unit.unit} />
    </>
  )
}

const NoLeader = () => (
  <Card>
    <Empty icon="building-2" title="这里给楼长用" note="你目前没有负责的楼。如有误，请联系社区" />
  </Card>
)

const keyOf = ({ building, unit }: Unit): string => `${building}-${unit}`

const sayUnit = ({ building, unit }: Unit): string => `${building} 号楼 ${unit} 单元`

export default MyBuildingPage
