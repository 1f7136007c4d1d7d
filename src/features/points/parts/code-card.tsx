import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { groupDigits } from '@/services/format'
import { Card } from '@/ui/card'
import { RotatingQr } from '@/ui/rotating-qr'

type Shown = Output<'points.pickupCode'>
type Code = NonNullable<Shown['code']>

interface Props {
  shown: Shown
  code: Code
  /** It was redeemed a moment ago: say that it worked. */
  isNew: boolean
}

/** The rotating QR and the digits. The digits never change, so that nobody who reads them out is hurried. */
export const CodeCard = ({ shown, code, isNew }: Props) => {
  const { itemName, quantity } = shown.redemption
  return (
    <Card>
      <View className="code-card">
        <View className="t-head t-break">
          {isNew && '兑换成功：'}
          {itemName}
          {quantity > 1 && ` × ${quantity}`}
        </View>
        <View className="t-note">给工作人员扫一扫，或报出数字</View>
        <View className="code-qr">
          <RotatingQr
            steps={code.steps}
            alt="领取二维码"
            whenStale={['二维码要联网才能更新', '报出下面的数字也能领']}
            note={(seconds) => `${seconds} 秒后自动更新，截图无效`}
          />
        </View>
        <View className="code-digits num">{groupDigits(code.digits)}</View>
        <View className="t-note">数字不会变，不用着急</View>
      </View>
    </Card>
  )
}
