import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { purposes } from '../words'

/** What the data is for, before it is asked for. @param only where the others are not asked for */
export const PurposeCard = ({ only }: { only?: string }) => (
  <Card title="这些信息怎么用">
    {purposes
      .filter(({ asks }) => only === undefined || asks === only)
      .map(({ asks, says }) => (
        <View key={asks} className="purpose">
          <View className="t-strong">{asks}</View>
          <View className="t-note">{says}</View>
        </View>
      ))}
  </Card>
)
