import { useEffect, useRef } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { wordsOf } from '@/services/messages'
import { canScan, scanCode } from '@/services/platform/scan'
import { useSession } from '@/services/session'
import { liveProps } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { RefusalCard } from '@/ui/refusal-card'
import { Skeleton } from '@/ui/state'
import { codeIn, decoded } from '@/services/scanned-code'
import { CheckInEntry } from './parts/check-in-entry'
import { CheckedIn } from './parts/checked-in'
import { useCheckIn } from './use-check-in'
import './meetings.css'

/**
 * Checks in by the code on the host's screen. Query: `code`, from the link that the QR is; `q`, the whole link as
 * WeChat hands it over; `scan=1` to begin with the scanner.
 */
const CheckInPage = () => {
  const { code, q, scan } = useRouter().params
  const isMember = useSession((session) => session.me !== null)
  const work = useCheckIn()
  const { send } = work
  const read = async () => {
    const text = await scanCode()
    if (text !== null) await send(codeIn(text))
  }
  const given = code ? decoded(code) : q ? codeIn(decoded(q)) : null
  const started = useRef(false)
  useEffect(() => {
    if (started.current || !isMember) return
    started.current = true
    if (given) void send(given)
    else if (scan === '1' && canScan) void read()
  })
  const done = work.outcome?.kind === 'done' ? work.outcome.done : null
  const waiting = work.busy || (given !== null && work.outcome === null)
  return (
    <Page
      title="签到"
      footer={canScan && !done && <Button icon="scan-line" text="扫一扫签到" busy={work.busy} onTap={read} />}
    >
      <OnlyMembers title="登录后签到" note="登录后，再扫一次现场的二维码">
        <View {...liveProps}>
          {done && <CheckedIn meetingId={done.meetingId} title={done.title} />}
          {work.outcome?.kind === 'refused' && <RefusalCard {...wordsOf(work.outcome.failure)} />}
        </View>
        {waiting && !done && (
          <Card>
            <View className="t-head">正在签到…</View>
            <View className="mt-3">
              <Skeleton widths={[60, 80]} />
            </View>
          </Card>
        )}
        {!done && !waiting && <CheckInEntry busy={work.busy} onCode={(text) => send(codeIn(text))} />}
      </OnlyMembers>
    </Page>
  )
}

export default CheckInPage
