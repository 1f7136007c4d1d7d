import { open } from '@/services/go'
import { useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { ConsentsCard } from './parts/consents-card'
import { CopyCard } from './parts/copy-card'
import { SeenCard } from './parts/seen-card'
import './privacy.css'

/** 隐私: a copy of what is kept of me, who saw my name or phone, what I agreed to, and the way out. */
const PrivacyPage = () => {
  const me = useSession((session) => session.me)
  const query = useQuery('privacy.home', me ? {} : null)
  return (
    <Page title="隐私" refresh={query.reload}>
      <OnlyMembers title="登录后看你的隐私" note="谁看过你的信息，你同意过什么，都在这里">
        <Loaded query={query}>
          {({ copy, consents, seen }) => (
            <>
              <SeenCard seen={seen} />
              <CopyCard copy={copy} reload={query.reload} />
              <ConsentsCard consents={consents} />
              <Card>
                <List>
                  <Cell
                    icon="trash-2"
                    title="注销账号"
                    note="先看会删掉什么、留下什么，再决定"
                    onTap={() => open('privacyErase')}
                  />
                </List>
              </Card>
            </>
          )}
        </Loaded>
      </OnlyMembers>
    </Page>
  )
}

export default PrivacyPage
