import { useMemo } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { groupDigits } from '@/services/format'
import { useSecondTicks } from '@/services/use-second-ticks'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { QrImage } from '@/ui/qr-image'

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
          <RotatingQr now={shown.now} steps={code.steps} />
        </View>
        <View className="code-digits num">{groupDigits(code.digits)}</View>
        <View className="t-note">数字不会变，不用着急</View>
      </View>
    </Card>
  )
}

const RotatingQr = ({ now, steps }: { now: string; steps: Code['steps'] }) => {
  const ticking = useSecondTicks()
  // The server's clock decides which step is on: a phone's may be minutes off.
  const aheadMs = useMemo(() => Date.parse(now) - Date.now(), [now])
  const serverNow = ticking + aheadMs
  // A tick may be up to a second older than the answer: never before the first step.
  const step = steps.find((one) => serverNow < Date.parse(one.validUntil))
  if (!step) {
    return (
      <View className="code-stale">
        <Icon name="wifi-off" size="l" />
        <View>二维码要联网才能更新</View>
        <View>报出下面的数字也能领</View>
      </View>
    )
  }
  const seconds = Math.max(0, Math.ceil((Date.parse(step.validUntil) - serverNow) / 1000))
  return (
    <>
      <QrImage text={step.qr} alt="领取二维码" />
      <View className="t-note mt-2">{seconds} 秒后自动更新，截图无效</View>
    </>
  )
}
