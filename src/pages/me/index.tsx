import { View } from '@tarojs/components'
import { useActing } from '@/services/acting'
import { open } from '@/services/go'
import { setElder, setTheme, usePrefs, type Theme } from '@/services/prefs'
import { loadMe, useSession } from '@/services/session'
import { canSignIn, leave, openSignIn } from '@/services/sign-in'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Field, Select, Switch } from '@/ui/form'
import { Page } from '@/ui/page'
import { AtDesk } from './parts/at-desk'
import { Entries } from './parts/entries'
import { MeCard } from './parts/me-card'

const themes: readonly { value: Theme; text: string }[] = [
  { value: 'auto', text: '跟随手机' },
  { value: 'light', text: '浅色' },
  { value: 'dark', text: '深色' },
]

/** Who I am here, and how I want to see things. */
const Me = () => {
  const { status, me } = useSession()
  const isActing = useActing(({ session }) => session !== null)
  return (
    <Page title="我的" tab refresh={loadMe}>
      <MeCard />
      {me?.deskUntil && <AtDesk until={me.deskUntil} />}
      {me && !me.deskUntil && <Entries me={me} isActing={isActing} />}
      <Card>
        <List>
          <Cell icon="book-open" title="便民电话" onTap={() => open('directory')} />
        </List>
      </Card>
      <Look />
      {canSignIn && status === 'member' && !me?.deskUntil && (
        <Card>
          <View className="row-wrap">
            <Button look="soft" text="换一个身份" onTap={openSignIn} />
            <Button look="plain" text="退出" onTap={leave} />
          </View>
        </Card>
      )}
      <About />
    </Page>
  )
}

const Look = () => {
  const { elder, theme } = usePrefs()
  return (
    <Card>
      <List>
        <Cell
          title="长辈模式"
          note="字更大，按钮更大，一屏只放要紧的"
          tail={<Switch label="长辈模式" on={elder} onChange={setElder} />}
        />
      </List>
      <View className="mt-2">
        <Field label="外观">
          <Select label="外观" value={theme} options={themes} onChange={setTheme} />
        </Field>
      </View>
    </Card>
  )
}

const About = () => (
  <Card title="关于近邻">
    <View className="t-note">
      近邻是社区的服务平台：参加服务得积分，积分换日用品。积分怎么来、怎么用，每一笔都能查到原因。
    </View>
    <View className="t-note mt-2">浏览不需要登录。你的姓名和住址只有本社区工作人员能看到。</View>
    {__DEMO__ && <View className="t-note mt-2">这是演示版，人和积分都是编的。</View>}
  </Card>
)

export default Me
