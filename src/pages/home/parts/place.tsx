import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { Button } from '@/ui/button'
import { Bell } from './bell'
import { CommunitySheet } from './community-sheet'

/** Where this is, and the way to what I was told. Those who live nowhere here choose what they look at. */
export const Place = ({ shown: { community, resident, unread } }: { shown: Output<'home.show'> }) => {
  const [choosing, setChoosing] = useState(false)
  return (
    <View className="row home-place">
      <View className="grow">
        <View className="t-title">{community.name}</View>
        <View className="t-note">
          {resident ? `${resident.building} 号楼 ${resident.unit} 单元 · 已核验住户` : community.streetName}
        </View>
      </View>
      {!resident && <Button small look="soft" text="切换" label="切换社区" onTap={() => setChoosing(true)} />}
      {unread !== null && <Bell unread={unread} />}
      {!resident && (
        <CommunitySheet open={choosing} current={community.id} onClose={() => setChoosing(false)} />
      )}
    </View>
  )
}
