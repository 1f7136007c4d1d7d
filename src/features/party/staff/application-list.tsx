import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { Input, Output } from '@contract/index'
import { call } from '@/services/call'
import { useOlder, type OlderPage } from '@/services/use-older'
import { Card } from '@/ui/card'
import { More } from '@/ui/more'
import { Empty } from '@/ui/state'
import { ApplicationCard } from './application-card'
import { ApplicationSheet } from './application-sheet'
import type { Application, ApplicationAct } from './application-words'

type Answer = Output<'party.applications'>
export type ApplicationView = Input<'party.applications'>['view']

interface Props {
  communityId: string
  view: ApplicationView
  /** Two lists are side by side: each says which it is. */
  titled: boolean
  answer: Answer
  onChanged: () => Promise<void>
}

interface Chosen {
  application: Application
  act: ApplicationAct
}

const words: Record<ApplicationView, { title: string; empty: string; note: string }> = {
  waiting: { title: '等核对', empty: '没有等核对的', note: '有党员报到，会出现在这里' },
  registered: { title: '已报到', empty: '还没有人报到', note: '核对通过的党员在这里' },
}

/** Those who wait, the first first; or those who are registered. */
export const ApplicationList = ({ communityId, view, titled, answer, onChanged }: Props) => {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const older = useCallback(
    async (before: string) => {
      const reply = await call('party.applications', { communityId, view, before })
      return reply.ok ? pageOf(reply.data) : null
    },
    [communityId, view],
  )
  const list = useOlder(pageOf(answer), older)
  const { title, empty, note } = words[view]
  return (
    <>
      {titled && (
        <View className="t-head party-head">
          {title} {answer.counts[view]} 人
        </View>
      )}
      {list.rows.length === 0 && (
        <Card>
          <Empty icon="badge-check" title={empty} note={note} />
        </Card>
      )}
      {list.rows.map((application) => (
        <ApplicationCard
          key={application.id}
          application={application}
          onAct={(act) => setChosen({ application, act })}
        />
      ))}
      {list.hasMore && <More list={list} end="就这些了" />}
      {chosen && (
        <ApplicationSheet
          key={`${chosen.application.id} ${chosen.act}`}
          {...chosen}
          onClose={() => setChosen(null)}
          onDone={onChanged}
        />
      )}
    </>
  )
}

const pageOf = ({ applications, nextBefore }: Answer): OlderPage<Application, string> => ({
  rows: applications,
  nextBefore,
})
