import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayDay } from '@/services/format'
import { open, openTab } from '@/services/go'
import { makeCall } from '@/services/platform/device'
import { useSession } from '@/services/session'
import { canSignIn, openSignIn } from '@/services/sign-in'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import type { IconName } from '@/ui/icon-names'
import { Tappable } from '@/ui/tappable'

interface Entry {
  icon: IconName
  text: string
  main?: boolean
  onTap: () => void
}

/** The home of elder mode: at most six large entries, and the one thing that waits. */
export const ElderHome = ({ shown }: { shown: Output<'home.show'> }) => {
  const isGuest = useSession((session) => session.status === 'guest')
  const first = shown.resident?.toPickUp[0]
  return (
    <>
      <View className="elder-grid">
        {entriesOf(shown, isGuest).map((entry) => (
          <Tappable
            key={entry.text}
            className={`elder-entry ${entry.main ? 'elder-entry-main' : ''}`}
            label={entry.text}
            onTap={entry.onTap}
          >
            <View className="elder-entry-icon">
              <Icon name={entry.icon} size="l" />
            </View>
            {entry.text}
          </Tappable>
        ))}
      </View>
      {first && (
        <Card>
          <View className="t-head t-break">{first.itemName}等你领</View>
          <View className="t-note mt-1">
            最晚 {sayDay(first.pickUpBefore)}，到 {first.pickupPlace}
          </View>
        </Card>
      )}
    </>
  )
}

const entriesOf = ({ community, resident }: Output<'home.show'>, isGuest: boolean): Entry[] => {
  const first = resident?.toPickUp[0]
  const items: Entry = {
    icon: 'shopping-bag',
    text: '换东西',
    onTap: () => open('items', { community: community.id }),
  }
  const phone: Entry = { icon: 'phone', text: '打给社区', main: true, onTap: () => makeCall(community.phone) }
  if (!resident) {
    const signIn: Entry = { icon: 'log-in', text: '登录', onTap: openSignIn }
    return [items, ...(isGuest && canSignIn ? [signIn] : []), phone]
  }
  return [
    ...(first
      ? [{ icon: 'qr-code' as const, text: '领取码', onTap: () => open('pickup', { id: first.id }) }]
      : []),
    { icon: 'coins', text: `积分 ${resident.available}`, onTap: () => openTab('points') },
    items,
    { icon: 'ticket', text: '我的兑换', onTap: () => open('redemptions') },
    phone,
  ]
}
