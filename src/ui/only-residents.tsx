import type { PropsWithChildren } from 'react'
import { open } from '@/services/go'
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

const NotRegistered = ({ why }: { why: string }) => (
  <Card>
    <Empty
      icon="house"
      title="你还没有登记为住户"
      note={`${why}填住址请社区核对，或者用门缝里的纸条码`}
      act={{ text: '登记住址', onTap: () => open('residency') }}
    />
  </Card>
)
