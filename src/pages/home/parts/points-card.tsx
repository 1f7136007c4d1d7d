import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayDay } from '@/services/format'
import { open, openTab } from '@/services/go'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Tappable } from '@/ui/tappable'

type Resident = NonNullable<Output<'home.show'>['resident']>

/** What I have, what runs out next, and the way to spend it. */
export const PointsCard = ({ resident, communityId }: { resident: Resident; communityId: string }) => {
  const { available, nextExpiry } = resident
  return (
    <Card>
      <View className="home-points">
        <Tappable label={`我的积分 ${available}，看明细`} onTap={() => openTab('points')}>
          <View className="t-note">我的积分</View>
          <View className="home-balance num">{available}</View>
        </Tappable>
        <View className="home-points-act">
          {nextExpiry && (
            <View className="t-note">
              {nextExpiry.points} 分将在 {sayDay(nextExpiry.expiresOn)}到期
            </View>
          )}
          <Button small look="soft" text="去兑换" onTap={() => open('items', { community: communityId })} />
        </View>
      </View>
    </Card>
  )
}
