import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { call } from '@/services/call'
import { open } from '@/services/go'
import { useActing } from '@/services/acting'
import { makeCall } from '@/services/platform/device'
import { useSession } from '@/services/session'
import { useOlder, type OlderPage } from '@/services/use-older'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { More } from '@/ui/more'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { ObjectSheet } from './parts/object-sheet'
import { PurposeCard } from './parts/purpose-card'
import { RecordCard } from './parts/record-card'
import type { ProxyRecord } from './words'
import './proxy.css'

type Answer = Output<'proxy.records'>

/** 代办记录: who acted for me, why and what was done, to confirm or to object to; and how to be helped. */
const RecordsPage = () => {
  const isMember = useSession((session) => session.me !== null)
  const isActing = useActing(({ session }) => session !== null)
  const query = useQuery('proxy.records', isMember && !isActing ? {} : null)
  return (
    <Page title="代办记录" refresh={query.reload}>
      <OnlyMembers title="登录后看代办记录" note="谁替你办过什么，都在这里">
        {isActing ? (
          <PurposeCard running />
        ) : (
          <Loaded query={query}>{(answer) => <Rows answer={answer} onChanged={query.reload} />}</Loaded>
        )}
      </OnlyMembers>
    </Page>
  )
}

const Rows = ({ answer, onChanged }: { answer: Answer; onChanged: () => Promise<void> }) => {
  const [objecting, setObjecting] = useState<ProxyRecord | null>(null)
  const older = useCallback(async (before: string) => {
    const reply = await call('proxy.records', { before })
    return reply.ok ? pageOf(reply.data) : null
  }, [])
  const list = useOlder(pageOf(answer), older)
  return (
    <>
      <Ways />
      {list.rows.length === 0 && (
        <Card>
          <Empty
            icon="users-round"
            title="还没有人替你办过事"
            note="有人替你办，这里会写清谁、为什么、办了什么"
          />
        </Card>
      )}
      {list.rows.map((record) => (
        <RecordCard
          key={record.id}
          record={record}
          onObject={() => setObjecting(record)}
          onChanged={onChanged}
        />
      ))}
      {list.rows.length > 0 && <More list={list} what="更早的" end="就这些了" />}
      {objecting && (
        <ObjectSheet
          key={objecting.id}
          record={objecting}
          onClose={() => setObjecting(null)}
          onDone={onChanged}
        />
      )}
    </>
  )
}

/** How to be helped, and to help the own family. */
const Ways = () => {
  const community = useSession((session) => session.me?.residency?.community)
  if (!community) return null
  return (
    <Card title="自己不好办？">
      <View>当面或打电话，请家人、社区工作者替你办。</View>
      <View className="row-wrap mt-3">
        <Button look="soft" icon="phone" text="打给社区" onTap={() => makeCall(community.phone)} />
        <Button look="soft" text="我替家人办" onTap={() => open('proxyStart')} />
      </View>
    </Card>
  )
}

const pageOf = ({ records, nextBefore }: Answer): OlderPage<ProxyRecord, string> => ({
  rows: records,
  nextBefore,
})

export default RecordsPage
