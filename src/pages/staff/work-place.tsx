import { useState } from 'react'
import { View } from '@tarojs/components'
import { chooseWorkCommunity, useSession, workCommunities, type Community } from '@/services/session'
import { Button } from '@/ui/button'
import { Cell, List } from '@/ui/cell'
import { Icon } from '@/ui/icon'
import { Sheet } from '@/ui/sheet'

interface Props {
  community: Community
  /** Named instead where all its communities are on the page at once. */
  street: string | null
  role: string
}

/** Where I work and as what; those with several communities change between them. */
export const WorkPlace = ({ community, street, role }: Props) => {
  const me = useSession((session) => session.me)
  const [choosing, setChoosing] = useState(false)
  const all = workCommunities(me)
  const choose = (id: string) => {
    chooseWorkCommunity(id)
    setChoosing(false)
  }
  return (
    <View className="work-place">
      <View className="grow">
        <View className="t-title">{street ?? community.name}</View>
        <View className="t-note">
          {me?.name} · {role}
        </View>
      </View>
      {street === null && all.length > 1 && (
        <Button small look="soft" text="切换" label="切换社区" onTap={() => setChoosing(true)} />
      )}
      <Sheet open={choosing} title="在哪个社区工作" onClose={() => setChoosing(false)}>
        <List>
          {all.map((one) => (
            <Cell
              key={one.id}
              title={one.name}
              note={one.streetName}
              tail={one.id === community.id && <Icon name="circle-check" size="s" />}
              onTap={() => choose(one.id)}
            />
          ))}
        </List>
      </Sheet>
    </View>
  )
}
