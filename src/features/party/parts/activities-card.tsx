import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { buzz } from '@/services/platform/device'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { offerMessage } from '@/services/wechat-messages'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { canJoin } from '../acts'
import { activityWords, oneLine } from '../refusals'
import type { Brief } from '../words'
import { ActivityRow } from './activity-row'

interface Props {
  title: string
  /** Said when there are none; nothing is drawn without it. */
  empty?: string
  activities: readonly Brief[]
  reload: () => Promise<void>
}

/** Activities in their server's order, each to join with one tap. */
export const ActivitiesCard = ({ title, empty, activities, reload }: Props) => {
  if (activities.length === 0 && !empty) return null
  return (
    <Card title={title}>
      {activities.length === 0 && <View className="t-note">{empty}</View>}
      {activities.map((activity) => (
        <ActivityRow
          key={activity.id}
          activity={activity}
          act={canJoin(activity) && <Join activity={activity} reload={reload} />}
          onTap={() => open('activity', { id: activity.id })}
        />
      ))}
    </Card>
  )
}

const Join = ({ activity: { id, title }, reload }: { activity: Brief; reload: () => Promise<void> }) => {
  const join = async () => {
    offerMessage('party')
    const reply = await perform('party.join', { activityId: id })
    if (reply.ok) buzz()
    toast(reply.ok ? '报名成功，到时候见' : oneLine(activityWords(reply)))
    await reload()
  }
  return <Button small look="soft" text="报名" label={`报名 ${title}`} onTap={join} />
}
