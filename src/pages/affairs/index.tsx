import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Icon } from '@/ui/icon'
import type { IconName } from '@/ui/icon-names'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { Tappable } from '@/ui/tappable'
import { MyCases } from './parts/my-cases'
import './affairs-page.css'

/** 诉求: say something, and see what became of what I said. Everybody may read what was answered in public. */
const Affairs = () => {
  const isMember = useSession((session) => session.me !== null)
  const query = useQuery('affairs.mine', isMember ? {} : null)
  return (
    <Page title="诉求" tab refresh={isMember ? query.reload : undefined}>
      <View className="affairs-entries">
        <Entry
          icon="camera"
          title="随手拍"
          note="东西坏了、垃圾没清，拍下来"
          onTap={() => open('report', { kind: 'report' })}
        />
        <Entry
          icon="megaphone"
          title="提建议"
          note="想让小区更好，说给社区听"
          onTap={() => open('report', { kind: 'suggestion' })}
        />
      </View>
      <OnlyMembers title="登录后看你的诉求" note="公开的答复不登录也能看">
        <Loaded query={query}>{(answer) => <MyCases answer={answer} />}</Loaded>
      </OnlyMembers>
      <Card>
        <List>
          <Cell
            icon="message-square-text"
            title="邻居们的建议和答复"
            note="社区公开答复过的建议"
            onTap={() => open('answered')}
          />
        </List>
      </Card>
    </Page>
  )
}

interface EntryProps {
  icon: IconName
  title: string
  note: string
  onTap: () => void
}

const Entry = ({ icon, title, note, onTap }: EntryProps) => (
  <Tappable className="affairs-entry" label={`${title}，${note}`} onTap={onTap}>
    <View className="affairs-entry-icon">
      <Icon name={icon} size="l" />
    </View>
    <View>
      <View className="t-head">{title}</View>
      <View className="t-note">{note}</View>
    </View>
  </Tappable>
)

export default Affairs
