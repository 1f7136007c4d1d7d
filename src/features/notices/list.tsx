import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Output } from '@contract/index'
import { sayDay } from '@/services/format'
import { communityShown, useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { ChooseCommunity } from '@/ui/community-list'
import { Loaded } from '@/ui/loaded'
import { NoticeRow } from '@/ui/notice-row'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { publisherWords } from './audience-words'
import './notices.css'

type Listed = Output<'notices.list'>['notices'][number]

/** 公示和通知: what the community shows now. Everybody may read it. Query: `community`. */
const NoticesPage = () => {
  const asked = useRouter().params['community']
  const shown = useSession(communityShown)
  const communityId = asked ?? shown
  const query = useQuery('notices.list', communityId === null ? null : { communityId })
  return (
    <Page title="公示和通知" refresh={query.reload}>
      {communityId === null ? (
        <ChooseCommunity />
      ) : (
        <Loaded query={query}>{({ notices }) => <Rows notices={notices} />}</Loaded>
      )}
    </Page>
  )
}

const Rows = ({ notices }: Output<'notices.list'>) => (
  <Card>
    {notices.length === 0 && (
      <Empty icon="megaphone" title="现在没有公示和通知" note="社区有事告诉大家，会贴在这里" />
    )}
    {notices.map((notice) => (
      <NoticeRow
        key={notice.id}
        notice={notice}
        unread={notice.read === false}
        note={<Note notice={notice} />}
      />
    ))}
  </Card>
)

/** Unread by a dot and the word. */
const Note = ({ notice: { read, pinned, placeId, publishedAt } }: { notice: Listed }) => (
  <View className="row-wrap">
    {read === false && <View className="notice-unread">未读</View>}
    <View>
      {pinned ? '置顶 · ' : ''}
      {publisherWords({ placeId })} · {sayDay(publishedAt)}
    </View>
  </View>
)

export default NoticesPage
