import { View } from '@tarojs/components'
import { sayWhen } from '@/services/format'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { placesWords, type Activity } from '../words'

/** What, when, where, what to bring, and whether there is room. */
export const HeadCard = ({ activity }: { activity: Activity }) => {
  const { title, venue, state, onPartyDay, near, compound, capacity, note } = activity
  const places = placesWords(activity)
  return (
    <>
      {state === 'called_off' && (
        <Card tone="bad" title="这场活动取消了">
          <View className="t-break">{activity.calledOffBecause}</View>
        </Card>
      )}
      <Card>
        <View className="t-title t-break">{title}</View>
        <View className="mt-1">{sayWhen(activity)}</View>
        <View className="t-note t-break">{venue}</View>
        {state === 'open' && (
          <View className="row-wrap mt-3">
            {onPartyDay && <Chip text="党建日" tone="party" />}
            {near ? <Chip text="就在你小区" tone="party" /> : compound !== null && <Chip text={compound} />}
            <Chip {...places} />
            {capacity !== null && <Chip text={`共 ${capacity} 个名额`} />}
          </View>
        )}
        {note && (
          <View className="mt-3">
            <View className="t-strong">做什么，带什么</View>
            <View className="t-break activity-note">{note}</View>
          </View>
        )}
      </Card>
    </>
  )
}
