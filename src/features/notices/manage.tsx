import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { call } from '@/services/call'
import { sayDay } from '@/services/format'
import { open } from '@/services/go'
import { useWide } from '@/services/platform/wide'
import { useSession, workCommunity } from '@/services/session'
import { useOlder, type OlderPage } from '@/services/use-older'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { HeldNote } from '@/ui/held-note'
import { Loaded } from '@/ui/loaded'
import { More } from '@/ui/more'
import { spaced } from '@/ui/case-words'
import { noticeWords } from '@/ui/notice-words'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { audienceWords } from './audience-words'
import { ReachSheet } from './staff/reach-sheet'
import { stateWords, type Answer, type StaffNotice } from './staff/notice-types'
import { TakeDownSheet } from './staff/take-down-sheet'
import './notices.css'

/** 公示通知管理: all that the community published, and the way to publish and to take down. */
const Manage = () => {
  const community = useSession(workCommunity)
  const wide = useWide()
  const query = useQuery('notices.staffNotices', community ? { communityId: community.id } : null)
  const add = () => open('noticeForm')
  return (
    <Page
      title="公示通知管理"
      refresh={query.reload}
      footer={!wide && <Button icon="plus" text="发一条" onTap={add} />}
    >
      {wide && (
        <View className="row mt-2">
          <View className="t-title grow">{community?.name}</View>
          <Button small icon="plus" text="发一条" onTap={add} />
        </View>
      )}
      {community === null ? (
        <Card>
          <Empty icon="clipboard-list" title="这里给工作人员用" note="登录后，就能发公示和通知" />
        </Card>
      ) : (
        <Loaded query={query}>
          {(answer) => <Rows answer={answer} communityId={community.id} reload={query.reload} />}
        </Loaded>
      )}
    </Page>
  )
}

interface RowsProps {
  answer: Answer
  communityId: string
  reload: () => Promise<void>
}

const Rows = ({ answer, communityId, reload }: RowsProps) => {
  const [taking, setTaking] = useState<StaffNotice | null>(null)
  const [counting, setCounting] = useState<StaffNotice | null>(null)
  const older = useCallback(
    async (before: string) => {
      const reply = await call('notices.staffNotices', { communityId, before })
      return reply.ok ? pageOf(reply.data) : null
    },
    [communityId],
  )
  const list = useOlder(pageOf(answer), older)
  if (list.rows.length === 0) {
    return (
      <Card>
        <Empty icon="megaphone" title="还没有发过" note="停水、公示、倡议，发在这里，首页就能看到" />
      </Card>
    )
  }
  return (
    <>
      <View className="mt-2" />
      <Card>
        {list.rows.map((notice) => (
          <Row
            key={notice.id}
            notice={notice}
            onCount={() => setCounting(notice)}
            onTakeDown={() => setTaking(notice)}
          />
        ))}
        <More list={list} end="就这些了" />
      </Card>
      <ReachSheet notice={counting} onClose={() => setCounting(null)} />
      <TakeDownSheet notice={taking} onClose={() => setTaking(null)} onDone={reload} />
    </>
  )
}

interface RowProps {
  notice: StaffNotice
  onCount: () => void
  onTakeDown: () => void
}

const Row = ({ notice, onCount, onTakeDown }: RowProps) => (
  <View className="notice-manage-row">
    <View className="row-wrap">
      <Chip {...noticeWords[notice.kind]} />
      {notice.state !== 'held' && <Chip {...stateWords[notice.state]} />}
      {notice.pinned && <Chip text="置顶" />}
      {notice.audience.kind !== 'everyone' && <Chip text={audienceWords(notice.audience)} />}
    </View>
    <View className="t-strong mt-1 t-break">{notice.title}</View>
    <View className="t-note t-break">
      {sayDay(notice.publishedAt)}发布，贴到{spaced(notice.shownUntil)}
      {notice.takenDownBecause && `。撤下原因：${notice.takenDownBecause}`}
    </View>
    {notice.state === 'held' && (
      <HeldNote held={notice.held} waiting="只有工作人员看得到，通过后首页就能看到。" />
    )}
    {notice.state !== 'taken_down' && (
      <View className="row-wrap mt-2">
        <Button
          small
          look="soft"
          text="看全文"
          label={`看全文 ${notice.title}`}
          onTap={() => open('notice', { id: notice.id })}
        />
        {!notice.held && (
          <Button small look="soft" text="看过多少" label={`看过多少 ${notice.title}`} onTap={onCount} />
        )}
        {notice.held?.state === 'refused' && (
          <Button
            small
            look="soft"
            text="改后重发"
            label={`改后重发 ${notice.title}`}
            onTap={() => open('noticeForm', { from: notice.id })}
          />
        )}
        <Button small look="plain" text="撤下" label={`撤下 ${notice.title}`} onTap={onTakeDown} />
      </View>
    )}
  </View>
)

const pageOf = ({ notices, nextBefore }: Answer): OlderPage<StaffNotice, string> => ({
  rows: notices,
  nextBefore,
})

export default Manage
