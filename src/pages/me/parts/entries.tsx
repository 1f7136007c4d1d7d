import { open } from '@/services/go'
import type { Me } from '@/services/session'
import { useUnread } from '@/services/unread'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'

/** What is mine; of it, to somebody who acts for another (代办), only what is open to them. */
export const Entries = ({ me, isActing }: { me: Me; isActing: boolean }) => {
  const unread = useUnread((state) => state.count) ?? 0
  const redemptions = <Cell icon="ticket" title="我的兑换" onTap={() => open('redemptions')} />
  if (isActing) return <Card>{redemptions}</Card>
  return (
    <Card>
      <List>
        <Cell
          icon="bell"
          title="消息"
          note={unread > 0 ? `${unread} 条未读` : undefined}
          onTap={() => open('messages')}
        />
        <Cell
          icon="house"
          title="我的住址"
          note={me.residency ? undefined : '还没登记'}
          onTap={() => open('residency')}
        />
        {redemptions}
        {me.residency && <Cell icon="handshake" title="党员双报到" onTap={() => open('registration')} />}
        <Cell icon="users-round" title="代办记录" onTap={() => open('proxyRecords')} />
        {me.duties.length > 0 && <Cell icon="qr-code" title="电脑登录" onTap={() => open('desks')} />}
        <Cell icon="shield-check" title="隐私" onTap={() => open('privacy')} />
      </List>
    </Card>
  )
}
