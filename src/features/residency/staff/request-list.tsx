import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { limits } from '@contract/limits'
import { call } from '@/services/call'
import { useOlder, type OlderPage } from '@/services/use-older'
import { Card } from '@/ui/card'
import { More } from '@/ui/more'
import { Empty } from '@/ui/state'
import { RequestCard } from './request-card'
import { RequestSheet } from './request-sheet'
import type { Request, RequestAct } from './request-words'

type Answer = Output<'residency.requests'>

interface Props {
  communityId: string
  answer: Answer
  onChanged: () => Promise<void>
}

/** Those who wait. */
export const RequestList = ({ communityId, answer, onChanged }: Props) => {
  const [chosen, setChosen] = useState<{ request: Request; act: RequestAct } | null>(null)
  const later = useCallback(
    async (after: string) => {
      const reply = await call('residency.requests', { communityId, after })
      return reply.ok ? pageOf(reply.data) : null
    },
    [communityId],
  )
  const list = useOlder(pageOf(answer), later)
  const { waiting } = answer
  return (
    <>
      <View className="t-head staff-head">
        等核验 {waiting >= limits.residency.counted ? `${waiting} 人以上` : `${waiting} 人`}
      </View>
      {list.rows.length === 0 && (
        <Card>
          <Empty icon="badge-check" title="没有等核验的" note="有人登记住址，会出现在这里" />
        </Card>
      )}
      {list.rows.map((request) => (
        <RequestCard key={request.id} request={request} onAct={(act) => setChosen({ request, act })} />
      ))}
      {list.hasMore && <More list={list} end="就这些了" />}
      {chosen && (
        <RequestSheet
          key={`${chosen.request.id} ${chosen.act}`}
          {...chosen}
          onClose={() => setChosen(null)}
          onDone={onChanged}
        />
      )}
    </>
  )
}

const pageOf = ({ requests, nextAfter }: Answer): OlderPage<Request, string> => ({
  rows: requests,
  nextBefore: nextAfter,
})
