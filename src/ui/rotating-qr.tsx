import { View } from '@tarojs/components'
import { serverTime } from '@/services/answers'
import { useSecondTicks } from '@/services/use-second-ticks'
import { Icon } from './icon'
import { QrImage } from './qr-image'
import './rotating-qr.css'

/** A code that is good for a while; several are handed out at once, for minutes without a network. */
export interface QrStep {
  qr: string
  validFrom: string
  validUntil: string
}

interface Props {
  steps: readonly QrStep[]
  alt: string
  /** What to do once the steps are used up, one sentence a line. */
  whenStale: readonly string[]
  /** Under the code. @param seconds until the next one */
  note: (seconds: number) => string
}

/** A QR that changes by itself. */
export const RotatingQr = ({ steps, alt, whenStale, note }: Props) => {
  const serverNow = serverTime(useSecondTicks())
  // A tick may be up to a second older than the answer: never before the first step.
  const step = steps.find((one) => serverNow < Date.parse(one.validUntil))
  if (!step) {
    return (
      <View className="qr-stale">
        <Icon name="wifi-off" size="l" />
        {whenStale.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
    )
  }
  const seconds = Math.max(0, Math.ceil((Date.parse(step.validUntil) - serverNow) / 1000))
  return (
    <>
      <QrImage text={step.qr} alt={alt} />
      <View className="t-note mt-2">{note(seconds)}</View>
    </>
  )
}
