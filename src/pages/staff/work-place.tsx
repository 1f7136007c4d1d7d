import { View } from '@tarojs/components'
import { useSession, type Community } from '@/services/session'
import { WorkCommunity } from '@/ui/work-community'

interface Props {
  community: Community
  /** Named instead where all its communities are on the page at once. */
  street: string | null
  role: string
}

/** Where I work and as what; those with several communities change between them. */
export const WorkPlace = ({ community, street, role }: Props) => {
  const me = useSession((session) => session.me)
  return (
    <View className="work-place">
      <View className="grow">
        <View className="t-title">{street ?? community.name}</View>
        <View className="t-note">
          {me?.name} · {role}
        </View>
      </View>
      {street === null && <WorkCommunity />}
    </View>
  )
}
