import type { PropsWithChildren } from 'react'
import { makeCall } from '@/services/platform/device'
import { useSession } from '@/services/session'
import { Card } from './card'
import { OnlyMembers } from './only-members'
import { Empty } from './state'

type Props = PropsWithChildren<{
  /** e.g. 你的积分 */
  what: string
  /** Why it is for those who live here. */
  why?: string
  /** What there is to see without a sign-in. */
  without?: string
}>

/** What only a resident has; tells everybody else why, and what to do. */
export const OnlyResidents = ({
  what,
  why = '积分属于已登记的住户。',
  without = '不登录也可以看商品',
  children,
}: Props) => {
  const isResident = useSession((session) => Boolean(session.me?.residency))
  return (
    <OnlyMembers title={`登录后看${what}`} note={without}>
      {isResident ? children : <NotRegistered why={why} />}
    </OnlyMembers>
  )
}

const NotRegistered = ({ why }: { why: string }) => {
  const phone = useSession((session) => session.me?.duties[0]?.communities[0]?.phone)
  return (
    <Card>
      <Empty
        icon="house"
        title="你还没有登记为住户"
        note={`${why}请带上证件到社区服务大厅登记`}
        {...(phone ? { act: { text: '打电话问社区', onTap: () => makeCall(phone) } } : {})}
      />
    </Card>
  )
}
