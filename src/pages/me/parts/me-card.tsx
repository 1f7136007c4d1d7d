import { View } from '@tarojs/components'
import { roleWords } from '@/services/duties'
import { loadMe, useSession, type Me } from '@/services/session'
import { canSignIn, openDeskSignIn, openSignIn } from '@/services/sign-in'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { ErrorState, Skeleton } from '@/ui/state'

/** My name, where I live, and what duties I have. */
export const MeCard = () => {
  const { status, me, failure } = useSession()
  if (me) return <Person me={me} />
  return (
    <Card>
      {status === 'guest' && <Guest />}
      {status === 'unknown' && failure && <ErrorState failure={failure} retry={loadMe} />}
      {status === 'unknown' && !failure && <Skeleton widths={[30, 70]} />}
    </Card>
  )
}

const Guest = () => (
  <>
    <View className="t-title">还没有登录</View>
    <View className="t-note mt-1">
      {canSignIn ? '登录后看积分、兑换商品' : '请在微信里打开「近邻」小程序'}
    </View>
    {canSignIn && (
      <View className="row mt-3">
        <Button icon="log-in" text="登录" onTap={openSignIn} />
      </View>
    )}
    {openDeskSignIn && (
      <View className="row mt-3">
        <Button look="soft" icon="qr-code" text="工作人员扫码登录" onTap={openDeskSignIn} />
      </View>
    )}
  </>
)

const Person = ({ me: { name, residency, duties } }: { me: Me }) => (
  <Card>
    <View className="t-title">{name ?? '访客'}</View>
    {residency ? (
      <View className="t-note mt-1">
        {residency.community.name} · {residency.building} 号楼 {residency.unit} 单元 {residency.room}
      </View>
    ) : (
      duties.length === 0 && <View className="t-note mt-1">还没有登记为住户</View>
    )}
    <View className="row-wrap mt-2">
      {residency && <Chip text="已核验住户" tone="accent" />}
      {duties.map((duty) => (
        <Chip
          key={`${duty.role} ${duty.placeId}`}
          text={`${duty.placeName}${roleWords[duty.role]}`}
          tone="info"
        />
      ))}
    </View>
  </Card>
)
