import { View } from '@tarojs/components'
import { plainDay } from '@/services/format'
import { open } from '@/services/go'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Chip } from '@/ui/chip'
import { sayDoor, verifiedWords, type Residence } from '../words'

/** Where I live, since when, and how many of us are verified. */
export const HouseholdCard = ({ residence }: { residence: Residence }) => {
  const { communityName, since, by, bound, others } = residence
  return (
    <>
      <Card>
        <View className="t-note">{communityName}</View>
        <View className="t-title t-break">{sayDoor(residence)}</View>
        <View className="row-wrap mt-2">
          <Chip text="已核验住户" tone="accent" />
        </View>
        <View className="t-note mt-2">
          {plainDay(since)} {verifiedWords[by]}
        </View>
      </Card>
      <Card title="这一户">
        <View>{bound === 1 ? '只有你一个人登记' : `登记了 ${bound} 个人，包括你`}</View>
        {others.length > 0 && <View className="t-note mt-1">还有 {others.join('、')}</View>}
        <View className="t-note mt-1">有不认识的人，请马上打社区电话。</View>
      </Card>
      <Card>
        <List>
          <Cell
            icon="undo-2"
            title="我搬走了"
            note="先看看搬走以后会怎样"
            onTap={() => open('residencyMoveOut')}
          />
        </List>
      </Card>
    </>
  )
}
