import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { Empty } from '@/ui/state'
import { mayApply, standOf } from '../registration-words'

/** For whoever has not registered, or not been verified yet: what it is, and the way there. */
export const NotRegistered = () => {
  const query = useQuery('party.registration', {})
  return (
    <Loaded query={query}>
      {({ registration }) => (
        <>
          <Card tone="party">
            <View className="t-head party-words">城市党建日</View>
            <View className="mt-1">
              每月 10 日，党员就近到社区做服务。到场扫码签到，走时扫码签退，记时长、得积分。
            </View>
          </Card>
          <Card>
            {registration && !mayApply(registration) ? (
              <Empty
                icon="calendar-clock"
                title={standOf(registration).title}
                note="核对通过，就能看到这个月的活动"
                act={{ text: '看看进度', onTap: () => open('registration') }}
              />
            ) : (
              <Empty
                icon="handshake"
                title="先向社区报到"
                note="党员报到、社区核对以后，就能报名参加"
                act={{ text: '去报到', onTap: () => open('registration') }}
              />
            )}
          </Card>
        </>
      )}
    </Loaded>
  )
}
