import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Icon } from '@/ui/icon'
import { Tappable } from '@/ui/tappable'
import { targetOf, type Message } from './targets'

/** One message; what was not read yet says so in a word, not by its dot alone. */
export const MessageRow = ({ message, onTap }: { message: Message; onTap: () => void }) => {
  const { icon } = targetOf(message)
  return (
    <Tappable
      className="message"
      label={[message.read ? '' : '未读', message.title, message.text].filter(Boolean).join('，')}
      onTap={onTap}
    >
      <View className="message-icon">
        <Icon name={icon} />
      </View>
      <View className="grow t-break">
        <View className={message.read ? '' : 't-strong'}>{message.title}</View>
        <View className="t-note message-text">{message.text}</View>
        <View className="row-wrap">
          <View className="t-tiny">{sayMoment(message.at)}</View>
          {!message.read && <View className="message-unread">未读</View>}
        </View>
      </View>
    </Tappable>
  )
}
