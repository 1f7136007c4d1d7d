import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { useSession } from '@/services/session'
import { canSignIn, openSignIn } from '@/services/sign-in'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'

/** For those who are no residents here: what there is to see, what they would have, and the next step to it. */
export const Invitation = () => {
  const status = useSession((session) => session.status)
  if (status === 'unknown') return null
  const guest = status === 'guest'
  return (
    <Card>
      <View className="t-head">{guest ? '先随便看看' : '登记你的住址'}</View>
      <View className="t-note mt-1">
        {guest ? '看商品不用登录。住户登录后能看积分、兑换商品。' : '登记好了，就能用积分、报名开会。'}
      </View>
      {(canSignIn || !guest) && (
        <View className="row mt-3">
          <Button
            look="soft"
            icon={guest ? 'log-in' : 'house'}
            text={guest ? '登录' : '登记住址'}
            onTap={guest ? openSignIn : () => open('residency')}
          />
        </View>
      )}
    </Card>
  )
}
