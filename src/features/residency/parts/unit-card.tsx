import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { Empty } from '@/ui/state'

type Household = Output<'residency.unit'>['households'][number]

interface Props {
  communityId: string
  building: string
  unit: string
}

/** The households of one unit, floor by floor. */
export const UnitCard = (unit: Props) => {
  const query = useQuery('residency.unit', unit)
  return (
    <Loaded query={query}>
      {({ households }) => (
        <Card title="住户">
          {households.length === 0 && <Empty icon="house" title="花名册上还没有住户" note="请社区导入" />}
          {households.map((household) => (
            <HouseholdRow key={household.room} household={household} />
          ))}
        </Card>
      )}
    </Loaded>
  )
}

const HouseholdRow = ({ household: { room, persons, bound } }: { household: Household }) => (
  <View className="household-row">
    <View className="household-room num">{room}</View>
    <View className="grow t-break">
      {persons.length === 0 && <View className="t-note">花名册上没有人</View>}
      {persons.map(({ name, phone }, index) => (
        <View key={index}>
          {name} <View className="household-phone num">{phone ?? '没有电话'}</View>
        </View>
      ))}
      <View className="t-note">{bound === 0 ? '还没有人登记' : `${bound} 人已登记`}</View>
    </View>
  </View>
)
