import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { open } from '@/services/go'
import { Icon } from '@/ui/icon'
import { Tappable } from '@/ui/tappable'

/** The way to my messages. @param unread how many wait */
export const Bell = ({ unread }: { unread: number }) => {
  const said = unread >= limits.inbox.counted ? `${limits.inbox.counted}+` : String(unread)
  return (
    <Tappable
      className="bell"
      label={unread > 0 ? `消息，${said} 条未读` : '消息'}
      onTap={() => open('messages')}
    >
      <Icon name="bell" />
      {unread > 0 && <View className="bell-count num">{said}</View>}
    </Tappable>
  )
}
