import { useCallback, useState } from 'react'
import { call } from '@/services/call'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { useOlder, type OlderPage } from '@/services/use-older'
import { Card } from '@/ui/card'
import { More } from '@/ui/more'
import { Empty } from '@/ui/state'
import { viewWords, type Answer, type HeldThing, type QueueView } from '../words'
import { HeldCard } from './held-card'
import { RefuseSheet } from './refuse-sheet'

interface Props {
  communityId: string
  view: QueueView
  answer: Answer
  onChanged: () => Promise<void>
}

/** What waits, the longest first. */
export const HeldList = ({ communityId, view, answer, onChanged }: Props) => {
  const [refusing, setRefusing] = useState<HeldThing | null>(null)
  const older = useCallback(
    async (after: string) => {
      const reply = await call('safety.queue', { communityId, view, after })
      return reply.ok ? pageOf(reply.data) : null
    },
    [communityId, view],
  )
  const list = useOlder(pageOf(answer), older)
  const decided = async (id: string) => {
    list.change((thing) => (thing.id === id ? null : thing))
    await onChanged()
  }
  const pass = async ({ id, version }: HeldThing) => {
    const reply = await perform('safety.pass', { checkId: id, version })
    toast(reply.ok ? '通过了，现在看得到了' : sentenceOf(reply))
    const isDecided = reply.ok || reply.code === 'ALREADY_DECIDED'
    await (isDecided ? decided(id) : onChanged())
  }
  const { empty, note } = viewWords[view]
  return (
    <>
      {list.rows.length === 0 && (
        <Card>
          <Empty icon="shield-check" title={empty} note={note} />
        </Card>
      )}
      {list.rows.map((thing) => (
        <HeldCard
          key={thing.id}
          thing={thing}
          onPass={() => pass(thing)}
          onRefuse={() => setRefusing(thing)}
        />
      ))}
      {list.hasMore && <More list={list} end="就这些了" />}
      {refusing && (
        <RefuseSheet
          key={refusing.id}
          thing={refusing}
          onClose={() => setRefusing(null)}
          onDone={() => decided(refusing.id)}
        />
      )}
    </>
  )
}

const pageOf = ({ things, nextAfter }: Answer): OlderPage<HeldThing, string> => ({
  rows: things,
  nextBefore: nextAfter,
})
