import { View } from '@tarojs/components'
import { Chip } from './chip'
import { heldChip, type Held } from './held-words'

/** Says that others do not see something yet, or why they never will. @param waiting what comes of it */
export const HeldNote = ({ held, waiting }: { held: Held; waiting: string }) =>
  held && (
    <View className="mt-1">
      <View className="row-wrap">
        <Chip {...heldChip(held)} />
      </View>
      <View className="t-note t-break">
        {held.state === 'waiting' ? waiting : `原因：${held.reason}。别人看不到。`}
      </View>
    </View>
  )
