import { View } from '@tarojs/components'
import { useActing } from '@/services/acting'
import { useSession } from '@/services/session'
import { Card } from '@/ui/card'
import { Select } from '@/ui/form'
import { liveProps } from '@/ui/aria'
import type { CaseWriting } from './use-case-form'
import { identities, whoSees } from './who-sees'

/** In whose name, and who will see what. */
export const IdentityCard = ({ writing: { draft, kind, change } }: { writing: CaseWriting }) => {
  const me = useSession((session) => session.me)
  // Whoever helps (代办) would know whose it is.
  const isActing = useActing(({ session }) => session !== null)
  const { staff, others } = whoSees(draft.identity, me, kind)
  return (
    <Card title="以什么名义">
      <Select
        label="以什么名义"
        value={draft.identity}
        options={isActing ? identities.filter(({ value }) => value !== 'anonymous') : identities}
        onChange={(identity) => change({ identity })}
      />
      <View className="who-sees mt-3" {...liveProps}>
        <View>
          <View className="who-sees-who">社区办事的人</View>
          <View>{staff}</View>
        </View>
        <View className="mt-2">
          <View className="who-sees-who">邻居和其他人</View>
          <View>{others}</View>
        </View>
      </View>
    </Card>
  )
}
