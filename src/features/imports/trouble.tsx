import { View } from '@tarojs/components'
import type { Words } from '@/services/messages'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'

/** Something did not work: what, and what to do. */
export const Trouble = ({ words }: { words: Words }) => (
  <Card tone="bad">
    <View className="row import-trouble">
      <Icon name="circle-alert" />
      <View className="grow">
        <View className="t-head">{words.what}</View>
        <View>{words.todo}。</View>
      </View>
    </View>
  </Card>
)
