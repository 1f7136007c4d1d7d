import type { ReactNode } from 'react'
import type { Query } from '@/services/use-query'
import { isOffline } from '@/services/replies'
import { Card } from './card'
import { ErrorState, OfflineBanner, Skeleton } from './state'

interface Props<Data> {
  query: Query<Data>
  /** While nothing is there yet; grey bars of a few cards if not given. */
  skeleton?: ReactNode
  children: (data: Data) => ReactNode
}

/** What a query answered, or the state it is in: loading, failed, offline. */
export const Loaded = <Data,>({ query, skeleton, children }: Props<Data>) => {
  const { data, failure, reload } = query
  if (data !== null) {
    return (
      <>
        {failure && (
          <OfflineBanner text={isOffline(failure) ? undefined : '没有更新成功，下面是上次看到的内容'} />
        )}
        {children(data)}
      </>
    )
  }
  if (failure) {
    return (
      <Card>
        <ErrorState failure={failure} retry={reload} />
      </Card>
    )
  }
  return skeleton ?? <CardSkeletons />
}

const CardSkeletons = () => (
  <>
    <Card>
      <Skeleton widths={[35, 60, 80]} />
    </Card>
    <Card>
      <Skeleton widths={[50, 90, 70, 90, 60]} />
    </Card>
  </>
)
