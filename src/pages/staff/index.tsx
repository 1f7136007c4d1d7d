import { View } from '@tarojs/components'
import { rolesAt } from '@/services/duties'
import { loadMe, useSession, workCommunity } from '@/services/session'
import { canSignIn, openDeskSignIn, openSignIn } from '@/services/sign-in'
import { Card } from '@/ui/card'
import { Page } from '@/ui/page'
import { Empty, ErrorState, Skeleton } from '@/ui/state'
import { Duties } from './duties'

/** 工作: what a person with a duty has to do now. */
const StaffPage = () => {
  const session = useSession()
  const community = workCommunity(session)
  if (community) {
    return <Duties community={community} roles={rolesAt(session.me, community.id)} />
  }
  return (
    <Page title="工作" tab>
      <Card>
        <WhyNot />
      </Card>
    </Page>
  )
}

/** No duty is known: not asked yet, not answered, not signed in, or there is none. */
const WhyNot = () => {
  const { status, failure } = useSession()
  if (failure) return <ErrorState failure={failure} retry={loadMe} />
  if (status === 'unknown') {
    return (
      <View className="col">
        <Skeleton widths={[40, 85, 70]} />
      </View>
    )
  }
  const signIn = status === 'guest' ? (canSignIn ? openSignIn : openDeskSignIn) : null
  return (
    <Empty
      icon="clipboard-list"
      title="这里给工作人员用"
      note={signIn ? '登录后，就能看到交给你的事' : '你目前没有社区工作。如有误，请联系社区'}
      act={signIn ? { text: '去登录', onTap: signIn } : undefined}
    />
  )
}

export default StaffPage
