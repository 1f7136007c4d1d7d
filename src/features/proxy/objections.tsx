import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { rolesAt } from '@/services/duties'
import { sayClock, sayMoment } from '@/services/format'
import { sentenceOf } from '@/services/messages'
import { useSession, workCommunity } from '@/services/session'
import { oneLine } from '@/services/text'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { useQuery } from '@/services/use-query'
import { liveProps } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { TextInput } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { WorkCommunity } from '@/ui/work-community'
import { outcomeWords, sayHelper, sayWhy, type Objection } from './words'
import './proxy.css'

/** 代办异议: what residents say was not as agreed, for the secretary to look into and to answer. */
const ObjectionsPage = () => {
  const community = useSession(workCommunity)
  const me = useSession((session) => session.me)
  const roles = community ? rolesAt(me, community.id) : []
  const settles = roles.includes('community_lead') || roles.includes('street_staff')
  const query = useQuery('proxy.objections', community && settles ? { communityId: community.id } : null)
  return (
    <Page title="代办异议" wide refresh={query.reload}>
      <View className="row proxy-head">
        <View className="t-title grow">{community?.name}</View>
        <WorkCommunity />
      </View>
      {!settles && (
        <Card>
          <Empty
            icon="clipboard-list"
            title="这里给社区书记用"
            note="你目前没有这项工作。如有误，请联系社区"
          />
        </Card>
      )}
      {settles && (
        <Loaded query={query}>
          {({ objections }) =>
            objections.length === 0 ? (
              <Card>
                <Empty icon="circle-check" title="没有等答复的" note="居民有异议，会在这里和消息里告诉你" />
              </Card>
            ) : (
              objections.map((one) => <ObjectionCard key={one.id} objection={one} onDone={query.reload} />)
            )
          }
        </Loaded>
      )}
    </Page>
  )
}

const ObjectionCard = ({ objection, onDone }: { objection: Objection; onDone: () => Promise<void> }) => {
  const { name, building, unit, startedAt, acts, maySettle } = objection
  return (
    <Card title={`${name} · ${building} 号楼 ${unit} 单元`}>
      <View className="proxy-said t-break">本人说：{objection.objection}</View>
      <View className="t-note t-break mt-2">
        {sayHelper(objection)} · {sayMoment(startedAt)} · {sayWhy(objection)}
      </View>
      {acts.length > 0 && (
        <List>
          {acts.map(({ what, at, outcome }) => (
            <Cell
              key={`${at} ${what}`}
              title={what}
              note={[sayClock(at), outcomeWords[outcome]].filter(Boolean).join('，')}
            />
          ))}
        </List>
      )}
      {maySettle ? (
        <Settle proxyId={objection.id} onDone={onDone} />
      ) : (
        <View className="t-note mt-2">这次是你办的，由街道或另一位负责人答复。</View>
      )}
    </Card>
  )
}

const Settle = ({ proxyId, onDone }: { proxyId: string; onDone: () => Promise<void> }) => {
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const settle = async () => {
    if (oneLine(text) === '') return setRefusal('请写怎么处理的')
    const reply = await perform('proxy.settle', { proxyId, text: oneLine(text) })
    if (reply.ok) toast('已答复，本人会收到消息')
    else setRefusal(sentenceOf(reply))
    await onDone()
  }
  return (
    <View className="mt-3">
      <TextInput
        label="怎么处理的"
        placeholder="本人会看到"
        multiline
        maxLength={limits.proxy.objectionLength}
        value={text}
        onChange={setText}
      />
      <View {...liveProps}>{refusal && <View className="field-error">{refusal}</View>}</View>
      <View className="row mt-2">
        <Button text="答复" onTap={settle} />
      </View>
    </View>
  )
}

export default ObjectionsPage
