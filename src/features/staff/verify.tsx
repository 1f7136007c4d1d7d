import { useEffect, useRef } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { canScan, scanCode } from '@/services/platform/scan'
import { liveProps } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Desk, DeskColumn } from '@/ui/desk'
import { Page } from '@/ui/page'
import { HandedCard } from './handed-card'
import { PickupEntry } from './pickup-entry'
import { RecentPickups } from './recent-pickups'
import { usePickup } from './use-pickup'
import './staff.css'

/** Hands goods over: a scan or eight digits in, what to give to whom out. */
const VerifyPage = () => {
  const { params } = useRouter()
  const work = usePickup()
  const scan = async () => {
    const code = await scanCode()
    if (code !== null) await work.verify(code, 'scan')
  }
  const started = useRef(false)
  useEffect(() => {
    if (started.current || params.scan !== '1' || !canScan) return
    started.current = true
    void scan()
  })
  const { outcome } = work
  return (
    <Page
      title="核销"
      wide
      footer={canScan && <Button icon="scan-line" text="扫一扫" busy={work.busy} onTap={scan} />}
    >
      <Desk>
        <DeskColumn>
          <View {...liveProps}>
            {outcome?.kind === 'handed' ? (
              <HandedCard handed={outcome.handed} next={work.clear} />
            ) : (
              <PickupEntry work={work} />
            )}
          </View>
        </DeskColumn>
        <DeskColumn>
          <RecentPickups recent={work.recent} />
        </DeskColumn>
      </Desk>
    </Page>
  )
}

export default VerifyPage
