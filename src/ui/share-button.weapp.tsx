import { Button as WechatButton, View } from '@tarojs/components'
import './wechat-button.css'

/** Sends the page to a chat, as `useShare` says. WeChat opens its list of chats for its own button alone. */
export const ShareButton = () => (
  <View className="row-wrap mt-3">
    <WechatButton className="button button-soft button-small wechat-button" openType="share">
      转发给邻居
    </WechatButton>
  </View>
)
