import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import type { CallReply } from '@/services/replies'
import { perform } from '@/services/use-action'
import { groupProps, liveProps } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field, Select, TextInput } from '@/ui/form'
import { PhotoRow } from '@/ui/photos/photo-row'
import { goneWords } from '@/ui/photos/use-photos'
import { templatesFor } from '../templates'
import { PublishFields } from './publish-fields'
import { answerOf, replyProblem } from './reply-draft'
import { whichField } from './refused-field'
import { useReply, type Reply, type ReplyProps } from './use-reply'

/** The answer to the reporter: template or own words, photos, and whether everybody may read it. */
export const ReplyCard = ({ shown, settle }: ReplyProps) => {
  const reply = useReply(shown)
  const [trouble, setTrouble] = useState<string | null>(null)
  const send = async () => setTrouble(await sendReply(reply, { shown, settle }))
  const { draft, change, photos } = reply
  return (
    <Card title="答复居民">
      <View className="row-wrap" {...groupProps('group', '常用答复')}>
        {templatesFor(shown.category).map(({ name, outcome, text }) => (
          <Button key={name} small look="soft" text={name} onTap={() => change({ outcome, text })} />
        ))}
      </View>
      <View className="mt-3">
        <TextInput
          label="答复"
          placeholder="办了什么、结果怎样。点上面可以直接填好"
          multiline
          maxLength={limits.case.replyLength}
          value={draft.text}
          onChange={(text) => change({ text })}
        />
        <Field label="结果">
          <Select
            label="结果"
            value={draft.outcome}
            options={[
              { value: 'solved', text: '已解决' },
              { value: 'partly', text: '部分解决' },
            ]}
            onChange={(outcome) => change({ outcome })}
          />
        </Field>
        <Field label="办好后的照片">
          <PhotoRow photos={photos} note={`最多 ${limits.case.photos} 张，可以不放`} />
        </Field>
        <PublishFields shown={shown} draft={draft} change={change} />
      </View>
      <View {...liveProps}>{trouble && <View className="field-error">{trouble}</View>}</View>
      <View className="row mt-3">
        <Button icon="message-square-text" text="发送答复" onTap={send} />
      </View>
      <View className="t-note mt-2">发送后居民马上收到，并会请他点满意或不满意。</View>
    </Card>
  )
}

/** Accepts it first if nobody did: who answers has accepted. @returns null when sent, else why not */
const sendReply = async (reply: Reply, { shown, settle }: ReplyProps): Promise<string | null> => {
  const problem = replyProblem(reply.read())
  if (problem) return problem
  const lost = await reply.photos.upload()
  if (lost) return `还没发送，照片没有传完。${lost}`
  let { version } = shown
  if (!shown.may.includes('answer')) {
    const accepted = await perform('affairs.accept', { caseId: shown.id, version })
    // Shown at once: when the answer is then refused, the next tap goes on from here.
    const why = await settle(accepted, '已受理')
    if (!accepted.ok) return why
    version = accepted.data.version
  }
  const answered = await perform('affairs.answer', {
    caseId: shown.id,
    version,
    ...answerOf(reply.read()),
  })
  if (!answered.ok && reply.photos.areGone(answered)) return `还没发送。${goneWords}`
  const why = await settle(answered, doneWords(answered))
  if (why === null) reply.restart()
  return why && whichField(answered) + why
}

const doneWords = (answered: CallReply<'affairs.answer'>): string =>
  answered.ok && answered.data.published?.held ? '答复已发给居民，公开的内容正在审核' : '答复已发给居民'
