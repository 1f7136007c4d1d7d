import { Button as WechatButton, View } from '@tarojs/components'
import { openPrivacyGuide, usePrivacy, type Purpose } from '@/services/platform/privacy.weapp'
import { perform } from '@/services/use-action'
import { Button } from './button'
import { Sheet } from './sheet'
import { Tappable } from './tappable'
import './privacy-dialog.css'
import './wechat-button.css'

const reasons: Record<Purpose, string> = {
  photo: '你选的照片会交给社区，用来说明这件事。拍摄地点和手机型号上传时就去掉。',
  file: '你选的表格会交给系统，用来登记住户或商品。',
  copy: '下载地址会放进手机的剪贴板，好粘贴到浏览器里。剪贴板里别的内容不会读。',
  calendar: '会议的时间和地点会写进你手机的日历，好提醒你。日历里别的内容不会读。',
}

/** Says what something is for before WeChat hands it over; each page draws one. */
export const PrivacyDialog = () => {
  const { purpose, answer } = usePrivacy()
  if (!purpose) return null
  return (
    <Sheet open title="先跟你说清楚" onClose={() => answer(false)}>
      <View>{reasons[purpose]}</View>
      <View className="mt-2">不同意也没关系，别的功能照常用。</View>
      <Tappable className="privacy-guide" label="看看隐私保护指引" role="link" onTap={openPrivacyGuide}>
        看看《用户隐私保护指引》
      </Tappable>
      <View className="sheet-acts">
        <Button text="不同意" look="plain" onTap={() => answer(false)} />
        {/* WeChat takes the agreement from its own button alone. */}
        <WechatButton
          id="agree-privacy"
          className="button button-main wechat-button"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => {
            answer(true)
            void perform('privacy.agree', {})
          }}
        >
          同意
        </WechatButton>
      </View>
    </Sheet>
  )
}
