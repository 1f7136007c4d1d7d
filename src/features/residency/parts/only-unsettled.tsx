import type { PropsWithChildren } from 'react'
import { replace } from '@/services/go'
import { communityShown, useSession } from '@/services/session'
import { Card } from '@/ui/card'
import { ChooseCommunity } from '@/ui/community-list'
import { OnlyMembers } from '@/ui/only-members'
import { Empty } from '@/ui/state'

/** For whoever is signed in, lives nowhere yet, and has said which community they mean. */
export const OnlyUnsettled = ({ children }: PropsWithChildren) => {
  const isSettled = useSession((session) => Boolean(session.me?.residency))
  const communityId = useSession(communityShown)
  return (
    <OnlyMembers title="登录后登记住址" note="登记好住址，就能用积分、报名开会">
      {isSettled && <Settled />}
      {!isSettled && (communityId === null ? <ChooseCommunity /> : children)}
    </OnlyMembers>
  )
}

const Settled = () => (
  <Card>
    <Empty
      icon="house"
      title="你的住址已经登记好了"
      note="要换住址，先办搬走"
      act={{ text: '看我的住址', onTap: () => replace('residency') }}
    />
  </Card>
)
