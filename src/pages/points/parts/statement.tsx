import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { call } from '@/services/call'
import { useOlder, type OlderPage } from '@/services/use-older'
import { sayMoment, signed } from '@/services/format'
import { Card } from '@/ui/card'
import { List } from '@/ui/cell'
import { More } from '@/ui/more'
import { Empty } from '@/ui/state'
import { Tappable } from '@/ui/tappable'
import { EntrySheet } from './entry-sheet'
import { titleOf, whyOf, type Entry } from './entry-words'

type Page = Output<'points.statement'>

/** Every entry with its reason, newest first; older ones come as the person scrolls. */
export const Statement = ({ first }: { first: Page }) => {
  const [chosen, setChosen] = useState<Entry | null>(null)
  const older = useCallback(async (before: number) => {
    const reply = await call('points.statement', { before })
    return reply.ok ? pageOf(reply.data) : null
  }, [])
  const list = useOlder(pageOf(first), older)
  return (
    <Card title="明细">
      {list.rows.length === 0 ? (
        <Empty icon="coins" title="还没有积分记录" note="参加社区服务，积分会记在这里" />
      ) : (
        <>
          <List>
            {list.rows.map((entry) => (
              <Row key={entry.seq} entry={entry} onTap={() => setChosen(entry)} />
            ))}
          </List>
          <More list={list} what="更早的" end="从第一笔起都在这里了" />
        </>
      )}
      <EntrySheet entry={chosen} onClose={() => setChosen(null)} />
    </Card>
  )
}

const Row = ({ entry, onTap }: { entry: Entry; onTap: () => void }) => (
  <Tappable
    className="cell"
    label={[titleOf(entry), noteOf(entry), signed(entry.amount), '分'].join(' ')}
    onTap={onTap}
  >
    <View className="grow t-break">
      <View>{titleOf(entry)}</View>
      <View className="t-tiny">{noteOf(entry)}</View>
    </View>
    <View className={`amount ${entry.amount > 0 ? 'amount-in' : ''}`}>{signed(entry.amount)}</View>
  </Tappable>
)

const noteOf = (entry: Entry) => [sayMoment(entry.at), whyOf(entry)].filter(Boolean).join(' · ')

const pageOf = ({ entries, nextBefore }: Page): OlderPage<Entry> => ({ rows: entries, nextBefore })
