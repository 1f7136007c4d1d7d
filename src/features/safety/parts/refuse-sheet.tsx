import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { oneLine } from '@/services/text'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import { groupProps } from '@/ui/aria'
import { Button } from '@/ui/button'
import { TextInput } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import { usualReasons, type HeldThing } from '../words'

interface Props {
  thing: HeldThing
  onClose: () => void
  onDone: () => Promise<void>
}

/** Refuses with a reason that the writer reads; the reason is kept until it is sent. */
export const RefuseSheet = ({ thing, onClose, onDone }: Props) => {
  const kept = useKept(`refusal.${thing.id}`, { reason: '' })
  const [error, setError] = useState<string | null>(null)
  const { run } = useAction('safety.refuse')
  const send = async () => {
    const reason = oneLine(kept.read().reason)
    if (reason === '') return setError('请写原因，写的人会看到')
    const reply = await run({ checkId: thing.id, version: thing.version, reason })
    if (!reply) return
    if (!reply.ok) return setError(sentenceOf(reply))
    kept.restart()
    toast('已告诉写的人，他可以改了再发')
    onClose()
    await onDone()
  }
  return (
    <Confirm open title="不通过？" yes="不通过" no="再看看" danger onYes={send} onClose={onClose}>
      <View className="t-note">别人看不到它。写的人会收到原因，写的内容还在，可以改了再发。</View>
      <View className="row-wrap mt-3" {...groupProps('group', '常用原因')}>
        {usualReasons.map((reason) => (
          <Button key={reason} small look="soft" text={reason} onTap={() => kept.change({ reason })} />
        ))}
      </View>
      <View className="mt-3">
        <TextInput
          label="原因"
          placeholder="如 写了联系方式"
          maxLength={limits.safety.reasonLength}
          value={kept.value.reason}
          error={error}
          onChange={(reason) => kept.change({ reason })}
        />
      </View>
    </Confirm>
  )
}
