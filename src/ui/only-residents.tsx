import type { PropsWithChildren } from 'react'
import { makeCall } from '@/services/platform/device'
import { loadMe, useSession } from '@/services/session'
import { canSignIn, openSignIn } from '@/services/sign-in'
import { Card } from './card'
import { Empty, ErrorState, Skeleton } from './state'

/** What only a resident has; tells everybody else why, and what to do. @param what e.g. 你的积分 */
export const OnlyResidents = ({ what, children }: PropsWithChildren<{ what: string }>) => {
  const { status, me, failure } = useSession()
  if (me?.residency) return children
  return (
    <Card>
      {status === 'guest' && (
        <Empty
          icon="log-in"
          title={`登录后看${what}`}
          note={canSignIn ? '不登录也可以看商品' : '请在微信里打开「近邻」小程序'}
          {...(canSignIn ? { act: { text: '登录', onTap: openSignIn } } : {})}
        />
      )}
      {status === 'member' && <NotRegistered />}
      {status === 'unknown' && failure && <ErrorState failure={failure} retry={loadMe} />}
      {status === 'unknown' && !failure && <Skeleton widths={[35, 60, 80]} />}
    </Card>
  )
}

const NotRegistered = () => {
  const phone = useSession((session) => session.me?.duties[0]?.communities[0]?.phone)
  return (
    <Empty
      icon="house"
      title="你还没有登记为住户"
      note="积分属于已登记的住户。请带上证件到社区服务大厅登记"
      {...(phone ? { act: { text: '打电话问社区', onTap: () => makeCall(phone) } } : {})}
    />
  )
}
