import { useEffect, useRef } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { canScan, scanCode } from '@/services/platform/scan'
import { decoded } from '@/services/scanned-code'
import { useSession } from '@/services/session'
import { liveProps } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { CodeEntry } from '@/ui/code-entry'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { RefusalCard } from '@/ui/refusal-card'
import { Skeleton } from '@/ui/state'
import { Recorded } from './parts/recorded'
import { ToRegistration } from './parts/to-registration'
import { activityWords } from './refusals'
import { useCheckIn } from './use-check-in'
import './party.css'

const notes = {
  scanning: '对准活动现场屏幕上的二维码：来了扫签到码，走时扫签退码。码每 30 秒换一次，请扫当场的。',
  pasting: '用手机相机扫活动现场屏幕上的二维码。扫出来的是文字时，贴到这里。签到签退都在这里。',
}

/**
 * Checks in and out by the codes on the screen at an activity. Query: `code`, from the link that the QR is; `q`, the
 * whole link as WeChat hands it over; `scan=1` to begin with the scanner.
 */
const CheckInPage = () => {
  const { code, q, scan } = useRouter().params
  const isMember = useSession((session) => session.me !== null)
  const { busy, outcome, send } = useCheckIn()
  const read = async () => {
    const text = await scanCode()
    if (text !== null) await send(text)
  }
  const given = code ? decoded(code) : q ? decoded(q) : null
  const started = useRef(false)
  useEffect(() => {
    if (started.current || !isMember) return
    started.current = true
    if (given) void send(given)
    else if (scan === '1' && canScan) void read()
  })
  const done = outcome?.kind === 'done' ? outcome : null
  const refused = outcome?.kind === 'refused' && !busy ? outcome.failure : null
  const waiting = busy || (given !== null && outcome === null)
  return (
    <Page
      title="签到签退"
      footer={canScan && !done && <Button icon="scan-line" text="扫一扫" busy={busy} onTap={read} />}
    >
      <OnlyMembers title="登录后签到签退" note="登录后，再扫一次现场的二维码">
        <View {...liveProps}>
          {done && <Recorded step={done.step} activity={done.activity} />}
          {refused && <RefusalCard {...activityWords(refused)} />}
        </View>
        {refused?.code === 'FORBIDDEN' && <ToRegistration />}
        {waiting && !done && <Waiting />}
        {!done && !waiting && (
          <CodeEntry
            title="扫现场的码"
            notes={notes}
            label="签到码或签退码"
            yes="确定"
            busy={busy}
            onCode={send}
          />
        )}
      </OnlyMembers>
    </Page>
  )
}

const Waiting = () => (
  <Card>
    <View className="t-head">正在记录…</View>
    <View className="mt-3">
      <Skeleton widths={[60, 80]} />
    </View>
  </Card>
)

export default CheckInPage
