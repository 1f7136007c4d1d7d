import { useCallback } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Output } from '@contract/index'
import { call } from '@/services/call'
import { sayDay } from '@/services/format'
import { addressOf, open } from '@/services/go'
import { useShare } from '@/services/platform/share'
import { communityShown, useSession } from '@/services/session'
import { useOlder, type OlderPage } from '@/services/use-older'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { categoryOf, outcomeWords } from '@/ui/case-words'
import { Chip } from '@/ui/chip'
import { ChooseCommunity } from '@/ui/community-list'
import { Loaded } from '@/ui/loaded'
import { More } from '@/ui/more'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import './affairs.css'

type Answer = Output<'affairs.answered'>
type Answered = Answer['cases'][number]

/** What neighbours suggested and what the community answered in public. Everybody may read it. Query: `community`. */
const AnsweredPage = () => {
  const asked = useRouter().params['community']
  const shown = useSession(communityShown)
  const communityId = asked ?? shown
  useShare(
    communityId === null
      ? null
      : { title: '邻居提的建议，社区的答复', path: addressOf('answered', { community: communityId }) },
  )
  const query = useQuery('affairs.answered', communityId === null ? null : { communityId })
  return (
    <Page title="建议和答复" refresh={query.reload}>
      {communityId === null ? (
        <ChooseCommunity />
      ) : (
        <Loaded query={query}>{(answer) => <Rows answer={answer} communityId={communityId} />}</Loaded>
      )}
    </Page>
  )
}

const Rows = ({ answer, communityId }: { answer: Answer; communityId: string }) => {
  const older = useCallback(
    async (before: string) => {
      const reply = await call('affairs.answered', { communityId, before })
      return reply.ok ? pageOf(reply.data) : null
    },
    [communityId],
  )
  const list = useOlder(pageOf(answer), older)
  if (list.rows.length === 0) {
    return (
      <Card>
        <Empty
          icon="megaphone"
          title="还没有公开的答复"
          note="社区答复过的好建议会放在这里，大家都能看"
          act={{ text: '我来提一条', onTap: () => open('report', { kind: 'suggestion' }) }}
        />
      </Card>
    )
  }
  return (
    <>
      {list.rows.map((row) => (
        <One key={row.id} row={row} />
      ))}
      <More list={list} what="更早的" end="就这些了" />
    </>
  )
}

const One = ({ row }: { row: Answered }) => (
  <Card>
    <View className="row-wrap">
      <Chip {...outcomeWords[row.outcome]} />
      <View className="t-note">
        {categoryOf(row.category).text} · {row.compound}
      </View>
    </View>
    <View className="t-head mt-2 t-break">{row.question}</View>
    <View className="t-note">{row.reporterName ?? '一位邻居'}提的建议</View>
    <View className="public-answer mt-3 t-break case-text">
      <View className="who-sees-who">社区答复 · {sayDay(row.answeredOn)}</View>
      <View>{row.answer}</View>
    </View>
  </Card>
)

const pageOf = ({ cases, nextBefore }: Answer): OlderPage<Answered, string> => ({ rows: cases, nextBefore })

export default AnsweredPage
