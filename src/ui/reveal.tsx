import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Input, Output } from '@contract/index'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { oneLine } from '@/services/text'
import { perform } from '@/services/use-action'
import { liveProps } from './aria'
import { Button } from './button'
import { Field, Select, TextInput } from './form'
import { reasonWords, type RevealReason } from './reveal-words'
import { Confirm, Sheet } from './sheet'

type Target = Pick<Input<'privacy.reveal'>, 'kind' | 'targetId'>

const reasons = (Object.keys(reasonWords) as RevealReason[]).map((value) => ({
  value,
  text: reasonWords[value],
}))

/** A small button that shows somebody's name and phone in full, once, for a reason that the person will read. */
export const Reveal = ({ target, who }: { target: Target; who: string }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <RevealButton who={who} onTap={() => setOpen(true)} />
      {isOpen && <RevealSheet target={target} onClose={() => setOpen(false)} />}
    </>
  )
}

export const RevealButton = ({ who, onTap }: { who: string; onTap: () => void }) => (
  <Button small look="plain" icon="phone" text="显示电话" label={`显示电话 ${who}`} onTap={onTap} />
)

/** Asks why, then shows it. */
export const RevealSheet = ({ target, onClose }: { target: Target; onClose: () => void }) => {
  const [reason, setReason] = useState<RevealReason>('call_back')
  const [words, setWords] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [shown, setShown] = useState<Output<'privacy.reveal'> | null>(null)
  const go = async () => {
    if (oneLine(words) === '') return setRefusal('请写几个字，本人会看到')
    const reply = await perform('privacy.reveal', { ...target, reason, words: oneLine(words) })
    if (reply.ok) setShown(reply.data)
    else setRefusal(sentenceOf(reply))
  }
  if (shown) return <Shown shown={shown} onClose={onClose} />
  return (
    <Confirm open title="显示姓名和电话" yes="显示" no="不看了" onYes={go} onClose={onClose}>
      <View className="t-note">会记下你看过，本人在“隐私”里能看到时间和原因。</View>
      <View className="mt-3">
        <Field label="为什么看">
          <Select label="为什么看" value={reason} options={reasons} onChange={setReason} />
        </Field>
      </View>
      <TextInput
        label="写几个字"
        placeholder="例如：约周三上门看漏水"
        maxLength={limits.privacy.wordsLength}
        value={words}
        onChange={setWords}
      />
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}

const Shown = ({ shown, onClose }: { shown: Output<'privacy.reveal'>; onClose: () => void }) => (
  <Sheet open title={shown.name} onClose={onClose}>
    <View className="t-title num">{shown.phone ?? '花名册上没有电话'}</View>
    <View className="t-note mt-2">只显示这一次。今天还可以看 {shown.left} 次。</View>
    <View className="sheet-acts">
      <Button text="看好了" look="soft" onTap={onClose} />
    </View>
  </Sheet>
)
