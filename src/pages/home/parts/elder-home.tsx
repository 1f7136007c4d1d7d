import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayClock, sayDay, sayWeekday } from '@/services/format'
import { open, openTab } from '@/services/go'
import { makeCall } from '@/services/platform/device'
import { useSession } from '@/services/session'
import { canSignIn, openSignIn } from '@/services/sign-in'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Icon } from '@/ui/icon'
import type { IconName } from '@/ui/icon-names'
import { Tappable } from '@/ui/tappable'
import { standWords, type NextMeeting } from './meeting-card'

interface Entry {
  icon: IconName
  text: string
  main?: boolean
  onTap: () => void
}

/** The home of elder mode: at most six large entries, and what is to come: something to fetch, a meeting. */
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
      {shown.resident && <Helped />}
      {shown.nextMeeting && <Meeting meeting={shown.nextMeeting} />}
    </>
  )
}

/** 找人代办: who finds it hard asks somebody, and reads afterwards what was done. */
const Helped = () => (
  <Card>
    <List>
      <Cell
        icon="users-round"
        title="找人代办"
        note="家人、社区工作者都能替你办"
        onTap={() => open('proxyRecords')}
      />
    </List>
  </Card>
)

/** 周四 19:00 开会; where, and whether I am expected. */
const Meeting = ({ meeting }: { meeting: NextMeeting }) => {
  const { id, startsAt, title, venue } = meeting
  const when = `${sayDay(startsAt)} ${sayWeekday(startsAt)} ${sayClock(startsAt)} 开会`
  const stand = standWords(meeting)
  return (
    <Tappable
      className="card elder-meeting"
      label={`${when}，${title}，${venue}，${stand}`}
      onTap={() => open('meeting', { id })}
    >
      <View className="t-head">{when}</View>
      <View className="t-break">{title}</View>
      <View className="t-note t-break mt-1">
        {venue} · {stand}
      </View>
    </Tappable>
  )
}

const entriesOf = ({ community, resident, notices }: Output<'home.show'>, isGuest: boolean): Entry[] => {
  const first = resident?.toPickUp[0]
  const items: Entry = {
    icon: 'shopping-bag',
    text: '换东西',
    onTap: () => open('items', { community: community.id }),
  }
  const meetings: Entry = {
    icon: 'users-round',
    text: '报名开会',
    onTap: () => open('meetings', { community: community.id }),
  }
  const phone: Entry = { icon: 'phone', text: '打给社区', main: true, onTap: () => makeCall(community.phone) }
  const report: Entry = { icon: 'camera', text: '反映问题', onTap: () => open('report', { kind: 'report' }) }
  if (!resident) {
    const answered: Entry = {
      icon: 'megaphone',
      text: '邻居的建议',
      onTap: () => open('answered'),
    }
    const address: Entry = { icon: 'house', text: '登记住址', onTap: () => open('residency') }
    const signIn: Entry = { icon: 'log-in', text: '登录', onTap: openSignIn }
    return [report, answered, meetings, items, ...(isGuest ? (canSignIn ? [signIn] : []) : [address]), phone]
  }
  const told: Entry = {
    icon: 'megaphone',
    text: '公示通知',
    onTap: () => open('notices', { community: community.id }),
  }
  return [
    ...(first
      ? [{ icon: 'qr-code' as const, text: '领取码', onTap: () => open('pickup', { id: first.id }) }]
      : []),
    report,
    { icon: 'message-square-text', text: '我的事', onTap: () => openTab('affairs') },
    meetings,
    { icon: 'coins', text: `积分 ${resident.available}`, onTap: () => openTab('points') },
    ...(!first && notices.length > 0 ? [told] : []),
    phone,
  ]
}
