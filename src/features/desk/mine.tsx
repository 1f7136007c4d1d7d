import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { open } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { canScan, scanCode } from '@/services/platform/scan'
import { codeIn } from '@/services/scanned-code'
import { useSession } from '@/services/session'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { sayBrowser, type MyDesk } from './words'

/** 电脑登录: which browsers act as I do now, each to be ended, and a scanner for the next. */
const MinePage = () => {
  const isMember = useSession((session) => session.me !== null)
  const query = useQuery('desk.mine', isMember ? {} : null)
  const scan = async () => {
    const text = await scanCode()
    if (text !== null) open('deskConfirm', { code: codeIn(text) })
  }
  return (
    <Page
      title="电脑登录"
      refresh={query.reload}
      footer={canScan && isMember && <Button icon="scan-line" text="扫码登录电脑" onTap={scan} />}
    >
      <OnlyMembers title="登录后看电脑登录" note="这里给工作人员用">
        <Loaded query={query}>
          {({ desks }) => (
            <Card>
              {desks.length === 0 ? (
                <Empty
                  icon="qr-code"
                  title="没有登录着的电脑"
                  note="在电脑浏览器打开近邻网页，用微信扫屏幕上的二维码"
                />
              ) : (
                <List>
                  {desks.map((desk) => (
                    <Row key={desk.id} desk={desk} onEnded={query.reload} />
                  ))}
                </List>
              )}
            </Card>
          )}
        </Loaded>
        <View className="t-note">不认得的电脑请马上退出：那边下一步就要重新登录。</View>
      </OnlyMembers>
    </Page>
  )
}

const Row = ({ desk, onEnded }: { desk: MyDesk; onEnded: () => Promise<void> }) => {
  const ending = useAction('desk.end')
  const name = sayBrowser(desk)
  const end = async () => {
    const reply = await ending.run({ deskId: desk.id })
    if (!reply) return
    toast(reply.ok ? '已退出' : sentenceOf(reply))
    await onEnded()
  }
  return (
    <Cell
      title={name}
      note={`${sayMoment(desk.since)} 登录，${sayMoment(desk.until)} 自动退出`}
      tail={<Button small look="soft" text="退出" label={`退出 ${name}`} busy={ending.busy} onTap={end} />}
    />
  )
}

export default MinePage
