import type { PropsWithChildren } from 'react'
import { loadMe, useSession } from '@/services/session'
import { canSignIn, openSignIn } from '@/services/sign-in'
import { Card } from './card'
import { Empty, ErrorState, Skeleton } from './state'

type Props = PropsWithChildren<{
  /** e.g. 登录后看你的积分 */
  title: string
  /** What there is to see without. */
  note: string
}>

/** What only somebody who is signed in has; tells a guest why, and what to do. */
export const OnlyMembers = ({ title, note, children }: Props) => {
  const { status, me, failure } = useSession()
  if (me) return children
  return (
    <Card>
      {status === 'guest' && (
        <Empty
          icon="log-in"
          title={title}
          note={canSignIn ? note : '请在微信里打开「近邻」小程序'}
          {...(canSignIn ? { act: { text: '登录', onTap: openSignIn } } : {})}
        />
      )}
      {status !== 'guest' && failure && <ErrorState failure={failure} retry={loadMe} />}
      {status !== 'guest' && !failure && <Skeleton widths={[35, 60, 80]} />}
    </Card>
  )
}
