import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { oneLine } from '@/services/text'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { liveProps } from '@/ui/aria'
import { TextInput } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import { dutySentence, postOf } from '../words'
import type { Asking } from './duty-row'

interface Props {
  asking: Asking
  placeName: string
  onClose: () => void
  onDone: () => Promise<void>
}

/** Asks before a duty is approved, refused or taken away; the latter two with a reason that the person reads. */
export const DecideSheet = ({ asking: { duty, act }, placeName, onClose, onDone }: Props) => {
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const words = wordsFor(act, duty.state === 'waiting')
  const isRevoking = act === 'revoke'
  const go = async () => {
    if (isRevoking && oneLine(reason) === '') return setRefusal('请写原因，本人会看到')
    const reply = isRevoking
      ? await perform('duties.revoke', { dutyId: duty.id, reason: oneLine(reason) })
      : await perform('duties.approve', { dutyId: duty.id })
    if (reply.ok) {
      toast(words.done)
      onClose()
    } else setRefusal(dutySentence(reply))
    await onDone()
  }
  return (
    <Confirm
      open
      title={words.title}
      yes={words.yes}
      no="先不"
      danger={isRevoking}
      onYes={go}
      onClose={onClose}
    >
      <View className="t-head t-break">
        {duty.name} · {postOf(placeName, duty.role)}
      </View>
      {duty.invitedName !== null && (
        <View className="mt-1 t-break">
          邀请时写的姓名是「{duty.invitedName}」，请先问清楚是不是同一个人。
        </View>
      )}
      <View className="t-note mt-1">{words.note}</View>
      {isRevoking && (
        <View className="mt-3">
          <TextInput
            label="原因"
            placeholder="如 调到别的社区了"
            maxLength={limits.duty.reasonLength}
            value={reason}
            error={refusal}
            onChange={setReason}
          />
        </View>
      )}
      <View {...liveProps}>
        {refusal && !isRevoking && <View className="field-error mt-3">{refusal}</View>}
      </View>
    </Confirm>
  )
}

const wordsFor = (act: Asking['act'], isWaiting: boolean) => {
  if (act === 'approve')
    return {
      title: '批准这个任职？',
      yes: '批准',
      done: '已批准，现在起生效',
      note: '批准后他马上能办这个岗位的事。',
    }
  if (isWaiting)
    return {
      title: '不同意这个任职？',
      yes: '不同意',
      done: '已退回，本人会收到消息',
      note: '这次邀请作废，需要的话可以重新邀请。',
    }
  return {
    title: '解除这个任职？',
    yes: '解除',
    done: '已解除，他现在起不能再办',
    note: '马上生效。他办过的事和记录都保留。',
  }
}
