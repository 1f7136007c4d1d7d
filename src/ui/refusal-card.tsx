import { View } from '@tarojs/components'
import type { Words } from '@/services/messages'
import { Card } from './card'
import { Icon } from './icon'
import './refusal-card.css'

/** It did not work: what happened, and what to do. */
export const RefusalCard = ({ what, todo }: Partial<Words>) => (
  <Card tone="bad">
    <View className="row refusal">
      <Icon name="circle-alert" />
      <View className="grow">
        {what && <View className="t-head">{what}</View>}
        <View>{todo}</View>
      </View>
    </View>
  </Card>
)
