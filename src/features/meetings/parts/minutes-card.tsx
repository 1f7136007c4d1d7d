import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Card } from '@/ui/card'
import type { Meeting } from '../words'
import { ActionRows } from './actions-card'

/** What was said and agreed. */
export const MinutesCard = ({ minutes }: { minutes: NonNullable<Meeting['minutes']> }) => (
  <Card title="会议纪要">
    {minutes.publishedAt && <View className="t-note">{sayMoment(minutes.publishedAt)} 发布</View>}
    {minutes.text && <View className="mt-2 t-break meeting-text">{minutes.text}</View>}
    {minutes.decisions.length > 0 && (
      <View className="minutes-part">
        <View className="t-strong">定了这些事</View>
        {minutes.decisions.map((decision, index) => (
          <View key={index} className="decision">
            <View className="num decision-number">{index + 1}</View>
            <View className="grow t-break">{decision}</View>
          </View>
        ))}
      </View>
    )}
    {minutes.actions.length > 0 && (
      <View className="minutes-part">
        <View className="t-strong">要办的事，办到哪一步</View>
        <ActionRows actions={minutes.actions} />
      </View>
    )}
  </Card>
)
