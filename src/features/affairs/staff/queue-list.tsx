import { useCallback, useEffect } from 'react'
import { View } from '@tarojs/components'
import type { Role } from '@contract/access'
import type { Output } from '@contract/index'
import { call } from '@/services/call'
import { useOlder, type OlderPage } from '@/services/use-older'
import { Card } from '@/ui/card'
import { categoryOf, kindWords, placeWords, stateOf } from '@/ui/case-words'
import { Chip } from '@/ui/chip'
import { dueOf, DueChip } from '@/ui/due-chip'
import { Icon } from '@/ui/icon'
import { More } from '@/ui/more'
import { Empty } from '@/ui/state'
import { Tappable } from '@/ui/tappable'
import { rowAfter, useChangedCase, type QueueRow as Row, type QueueView } from './changed-case'

type Answer = Output<'affairs.queue'>

/** The parts of the queue, and what an empty one means. */
const queueViews: readonly { value: QueueView; text: string; empty: string }[] = [
  { value: 'todo', text: '待办', empty: '没有要办的事' },
  { value: 'mine', text: '我的', empty: '没有派给你的事' },
  { value: 'waiting', text: '等待中', empty: '没有在等别人的事' },
  { value: 'done', text: '已办', empty: '还没有办完的事' },
]

/**
 * The parts of the queue that somebody with these roles has: what a handler has lies in two of them.
 * @param roles null while they are not known
 */
export const viewsFor = (roles: readonly Role[] | null) =>
  roles === null || roles.some((role) => role === 'community_worker' || role === 'street_staff')
    ? queueViews
    : queueViews.filter(({ value }) => value === 'mine' || value === 'done')

interface Props {
  answer: Answer
  asked: { communityId: string; view: QueueView }
  /** The one beside the list. */
  shownId: string | null
  onTap: (caseId: string) => void
}

/** The queue of today: overdue first, then what is due soonest. */
export const QueueList = ({ answer, asked, shownId, onTap }: Props) => {
  const { communityId, view } = asked
  const older = useCallback(
    async (before: string) => {
      const reply = await call('affairs.queue', { communityId, view, before })
      return reply.ok ? pageOf(reply.data) : null
    },
    [communityId, view],
  )
  const list = useOlder(pageOf(answer), older)
  const { change } = list
  const { changed } = useChangedCase()
  useEffect(() => {
    if (changed) change((row) => (row.id === changed.id ? rowAfter(row, view, changed) : row))
  }, [changed, change, view])
  if (list.rows.length === 0) {
    const empty = queueViews.find(({ value }) => value === view)?.empty ?? ''
    return (
      <Card>
        <Empty icon="circle-check" title={empty} note="有新的会出现在这里" />
      </Card>
    )
  }
  return (
    <Card>
      {list.rows.map((row) => (
        <QueueRow key={row.id} row={row} on={row.id === shownId} onTap={() => onTap(row.id)} />
      ))}
      <More list={list} end="就这些了" />
    </Card>
  )
}

const QueueRow = ({ row, on, onTap }: { row: Row; on: boolean; onTap: () => void }) => {
  const due = dueOf(row)
  const state = stateOf(row)
  const place = placeWords(row.place)
  return (
    <Tappable
      className={`queue-row ${on ? 'is-on' : ''}`}
      label={[row.title, due?.text, state.text, place].filter(Boolean).join('，')}
      onTap={onTap}
    >
      <View className="queue-icon">
        <Icon name={categoryOf(row.category).icon} />
      </View>
      <View className="grow">
        <View className="row-wrap">
          <DueChip row={row} />
          {row.state === 'submitted' ? <Chip text="新" tone="info" /> : <Chip {...state} />}
        </View>
        <View className="mt-1 t-break t-strong">{row.title}</View>
        <View className="t-note t-break">
          {kindWords[row.kind]} · {place}
          {row.handlerName && ` · ${row.handlerName}在办`}
        </View>
        {row.reopenings > 0 && <View className="t-note t-bad">居民要求重办，第 {row.reopenings} 次</View>}
      </View>
    </Tappable>
  )
}

const pageOf = ({ cases, nextBefore }: Answer): OlderPage<Row, string> => ({ rows: cases, nextBefore })
