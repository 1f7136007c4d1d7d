import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { canPrint, printPage } from '@/services/platform/print'
import { useSession, workCommunity } from '@/services/session'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Page } from '@/ui/page'
import { Confirm } from '@/ui/sheet'
import { Empty } from '@/ui/state'
import { WorkCommunity } from '@/ui/work-community'
import { CodeSheet } from './staff/code-sheet'
import { FlatPicker } from './staff/flat-picker'
import './residency.css'
import './staff/staff.css'

type Sheet = Output<'residency.issueCodes'>

/** 纸条码: for which flats, and then the sheet to print, which is on this screen and nowhere else. */
const PaperCodesPage = () => {
  const community = useSession(workCommunity)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [closing, setClosing] = useState(false)
  return (
    <Page
      title="纸条码"
      wide
      footer={
        sheet && (
          <>
            <Button look="plain" text="收起" onTap={() => setClosing(true)} />
            {canPrint && <Button text="打印" onTap={printPage} />}
          </>
        )
      }
    >
      {!sheet && (
        <View className="row staff-head">
          <View className="t-title grow">{community?.name}</View>
          <WorkCommunity />
        </View>
      )}
      {sheet && <CodeSheet sheet={sheet} />}
      {!sheet && community && (
        <FlatPicker key={community.id} communityId={community.id} onIssued={setSheet} />
      )}
      {!community && (
        <Card>
          <Empty
            icon="clipboard-list"
            title="这里给社区工作人员用"
            note="你目前没有社区工作。如有误，请联系社区"
          />
        </Card>
      )}
      <Confirm
        open={closing}
        title="收起这张？"
        yes="收起"
        onYes={() => {
          setClosing(false)
          setSheet(null)
        }}
        onClose={() => setClosing(false)}
      >
        <View>收起以后就看不到这些码了。没印好的，只能重新发，重新发了旧的就作废。</View>
      </Confirm>
    </Page>
  )
}

export default PaperCodesPage
