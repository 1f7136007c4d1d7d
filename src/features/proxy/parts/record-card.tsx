import { View } from '@tarojs/components'
import { sayClock, sayMoment } from '@/services/format'
import { open } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Chip } from '@/ui/chip'
import { outcomeWords, sayHelper, sayWhy, stateWords, type ProxyRecord } from '../words'

interface Props {
  record: ProxyRecord
  onObject: () => void
  onChanged: () => Promise<void>
}

/** One time that somebody acted for me. */
export const RecordCard = ({ record, onObject, onChanged }: Props) => {
  const { busy, run } = useAction('proxy.confirm')
  const { state, startedAt, acts, may, objection, settlement } = record
  const confirm = async () => {
    const reply = await run({ proxyId: record.id })
    if (!reply) return
    toast(reply.ok ? '已确认' : sentenceOf(reply))
    await onChanged()
  }
  return (
    <Card title={sayHelper(record)} aside={<Chip {...stateWords[state]} />}>
      <View className="t-note t-break">
        {sayMoment(startedAt)} · {sayWhy(record)}
      </View>
      {acts.length === 0 && <View className="mt-2">{state === 'open' ? '还没办什么' : '没有办什么'}</View>}
      {acts.length > 0 && (
        <List>
          {acts.map((act) => (
            <ActCell key={`${act.at} ${act.what} ${act.objectId}`} act={act} />
          ))}
        </List>
      )}
      {objection && <View className="proxy-said t-break">你说：{objection}</View>}
      {settlement && <View className="proxy-said t-break">社区答复：{settlement}</View>}
      {may.length > 0 && (
        <View className="row-wrap mt-3">
          <Button look="plain" text="不是我同意的" onTap={onObject} />
          {may.includes('confirm') && <Button text="确认" busy={busy} onTap={confirm} />}
        </View>
      )}
    </Card>
  )
}

const opened = { case: 'case', meeting: 'meeting', redemption: 'pickup' } as const

const ActCell = ({ act: { what, at, outcome, kind, objectId } }: { act: ProxyRecord['acts'][number] }) => {
  const isThere = outcome === 'done' && objectId !== null && kind !== 'sign_up'
  const note = [sayClock(at), outcomeWords[outcome]].filter(Boolean).join('，')
  return isThere ? (
    <Cell title={what} note={note} onTap={() => open(opened[kind], { id: objectId })} />
  ) : (
    <Cell title={what} note={note} />
  )
}
