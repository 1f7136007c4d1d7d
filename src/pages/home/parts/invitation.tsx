import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { useSession } from '@/services/session'
import { canSignIn, openSignIn } from '@/services/sign-in'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'

/** For those who are no residents here: what there is to see, and what they would have. */
export const Invitation = () => {
  const status = useSession((session) => session.status)
  if (status === 'member') return <ToResidency />
  if (status !== 'guest') return null
  return (
    <Card>
      <View className="t-head">先随便看看</View>
      <View className="t-note mt-1">看商品不用登录。住户登录后能看积分、兑换商品。</View>
      {canSignIn && (
        <View className="row mt-3">
          <Button look="soft" icon="log-in" text="登录" onTap={openSignIn} />
        </View>
      )}
    </Card>
  )
}

/** Somebody who is signed in and lives nowhere yet. */
const ToResidency = () => (
  <Card>
    <View className="t-head">登记你的住址</View>
    <View className="t-note mt-1">登记好了，就能用积分、换东西、报名开会。</View>
    <View className="row mt-3">
      <Button look="soft" icon="house" text="登记住址" onTap={() => open('residency')} />
    </View>
  </Card>
)
