import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { call } from '@/services/call'
import { dayAfter } from '@/services/days'
import { useSession, workCommunity } from '@/services/session'
import { useOlder } from '@/services/use-older'
import { useQuery } from '@/services/use-query'
import type { Input, Output } from '@contract/index'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field, Select } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { More } from '@/ui/more'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { WorkCommunity } from '@/ui/work-community'
import { AuditRows } from './parts/audit-rows'
import type { AuditRow } from './words'
import './privacy.css'

type Search = Omit<Input<'privacy.audit'>, 'after'>

const spans = [
  { value: '7', text: '7 天' },
  { value: '30', text: '30 天' },
  { value: '90', text: '90 天' },
] as const

/** What the rows are narrowed to, by a tap on one of them. */
interface Narrowed {
  text: string
  by: Partial<Pick<Search, 'actorId' | 'subjectId' | 'action'>>
}

/** 操作记录: who did what in my community and who looked at whose data. Each search is a row of its own. */
const AuditPage = () => {
  const community = useSession(workCommunity)
  const [span, setSpan] = useState<(typeof spans)[number]['value']>('7')
  const [narrowed, setNarrowed] = useState<Narrowed | null>(null)
  const search: Search | null = community && {
    placeId: community.id,
    from: dayAfter(Date.now(), 1 - Number(span)),
    until: dayAfter(Date.now(), 0),
    subjectId: null,
    actorId: null,
    action: null,
    ...narrowed?.by,
  }
  const query = useQuery('privacy.audit', search)
  return (
    <Page title="操作记录" wide refresh={query.reload}>
      <View className="row staff-head">
        <View className="t-title grow">{community?.name}</View>
        <WorkCommunity />
      </View>
      {!search && <NoWork />}
      {search && (
        <Card>
          <Field label="看多久的">
            <Select label="看多久的" value={span} options={spans} onChange={setSpan} />
          </Field>
          {narrowed && (
            <View className="audit-filter mt-2">
              <View className="grow">{narrowed.text}</View>
              <Button small look="soft" text="看全部" onTap={() => setNarrowed(null)} />
            </View>
          )}
          <View className="t-note mt-2">查一次也会记一笔。</View>
        </Card>
      )}
      {search && (
        <Loaded query={query}>
          {(answer) => (
            <Rows key={JSON.stringify(search)} search={search} answer={answer} onNarrow={setNarrowed} />
          )}
        </Loaded>
      )}
    </Page>
  )
}

interface RowsProps {
  search: Search
  answer: Output<'privacy.audit'>
  onNarrow: (narrowed: Narrowed) => void
}

const Rows = ({ search, answer, onNarrow }: RowsProps) => {
  const [asked] = useState(search)
  const older = useCallback(
    async (after: string) => {
      const reply = await call('privacy.audit', { ...asked, after })
      return reply.ok ? { rows: reply.data.rows, nextBefore: reply.data.nextAfter } : null
    },
    [asked],
  )
  const list = useOlder<AuditRow, string>({ rows: answer.rows, nextBefore: answer.nextAfter }, older)
  if (list.rows.length === 0)
    return (
      <Card>
        <Empty icon="clipboard-list" title="这几天没有记录" note="换长一点的时间看看" />
      </Card>
    )
  return (
    <>
      <AuditRows rows={list.rows} onNarrow={onNarrow} />
      <More list={list} what="更早的" end="没有更早的了" />
    </>
  )
}

const NoWork = () => (
  <Card>
    <Empty
      icon="clipboard-list"
      title="这里给社区书记和街道用"
      note="你目前没有这样的任职。如有误，请联系社区"
    />
  </Card>
)

export default AuditPage
