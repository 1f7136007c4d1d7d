import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { oneLine, plainText } from '@/services/text'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import { liveProps } from '@/ui/aria'
import { TextInput } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import type { StaffCase } from '../parts/case-types'
import { whichField } from './refused-field'
import type { ReplyProps } from './use-reply'

interface Props extends ReplyProps {
  published: NonNullable<StaffCase['published']>
  onClose: () => void
}

/** Other words for everybody in place of those that were refused; kept on the device until they are sent. */
export const MendSheet = ({ shown, published: { question, answer }, settle, onClose }: Props) => {
  const kept = useKept(`public.${shown.id}.${shown.version}`, { question, answer })
  const [error, setError] = useState<string | null>(null)
  const { run } = useAction('affairs.mendPublic')
  const send = async () => {
    const words = kept.read()
    const publish = { question: oneLine(words.question), answer: plainText(words.answer) }
    if (publish.question === '' || publish.answer.length < 4) return setError('问题和答复都要写')
    const reply = await run({ caseId: shown.id, version: shown.version, publish })
    if (!reply) return
    const isHeld = reply.ok && reply.data.published?.held
    const why = await settle(reply, isHeld ? '提交了，正在审核' : '公开了，大家都能看到')
    if (why !== null) return setError(whichField(reply) + why)
    kept.restart()
    onClose()
  }
  return (
    <Confirm open title="改一改再公开" yes="提交" onYes={send} onClose={onClose}>
      <TextInput
        label="公开的问题"
        multiline
        maxLength={limits.case.publicLength}
        value={kept.value.question}
        onChange={(changed) => kept.change({ question: changed })}
      />
      <TextInput
        label="公开的答复"
        multiline
        maxLength={limits.case.replyLength}
        value={kept.value.answer}
        onChange={(changed) => kept.change({ answer: changed })}
      />
      <View {...liveProps}>{error && <View className="field-error">{error}</View>}</View>
    </Confirm>
  )
}
