import { useCallback } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { call } from '@/services/call'
import { open } from '@/services/go'
import { useOlder, type OlderPage } from '@/services/use-older'
import { Card } from '@/ui/card'
import { categoryOf, dueWords, placeWords, stateOf, type CaseBrief } from '@/ui/case-words'
import { Chip } from '@/ui/chip'
import { Icon } from '@/ui/icon'
import { More } from '@/ui/more'
import { Empty } from '@/ui/state'
import { Tappable } from '@/ui/tappable'

type Answer = Output<'affairs.mine'>

/** What I said, newest first, each with how it stands and until when somebody answers. */
export const MyCases = ({ answer }: { answer: Answer }) => {
  const older = useCallback(async (before: string) => {
    const reply = await call('affairs.mine', { before })
    return reply.ok ? pageOf(reply.data) : null
  }, [])
  const list = useOlder(pageOf(answer), older)
  if (list.rows.length === 0) {
    return (
      <Card title="我的诉求">
        <Empty title="你还没有提过" note="提了以后，办到哪一步、哪天答复，都在这里" />
      </Card>
    )
  }
  return (
    <Card title="我的诉求">
      {list.rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      <More list={list} what="更早的" end="就这些了" />
    </Card>
  )
}

const Row = ({ row }: { row: CaseBrief }) => {
  const { text, tone } = stateOf(row)
  const due = dueWords(row)
  const place = placeWords(row.place)
  return (
    <Tappable
      className="my-case"
      label={[row.title, text, due, place].filter(Boolean).join('，')}
      onTap={() => open('case', { id: row.id })}
    >
      <View className="my-case-icon">
        <Icon name={categoryOf(row.category).icon} />
      </View>
      <View className="grow">
        <View className="t-break">{row.title}</View>
        <View className="t-note t-break">{place}</View>
        <View className="row-wrap mt-1">
          <Chip text={text} tone={tone} />
          {due && <View className={`t-note ${row.overdue ? 't-bad' : ''}`}>{due}</View>}
        </View>
      </View>
    </Tappable>
  )
}

const pageOf = ({ cases, nextBefore }: Answer): OlderPage<CaseBrief, string> => ({ rows: cases, nextBefore })
