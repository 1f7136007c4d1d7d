import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { oneLine } from '@/services/text'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { liveProps } from '@/ui/aria'
import { ReasonFields } from '@/ui/reason-fields'
import { Confirm } from '@/ui/sheet'
import { sayDoor } from '../words'
import { actWords, matchOf, type Request, type RequestAct } from './request-words'

interface Props {
  request: Request
  act: RequestAct
  onClose: () => void
  onDone: () => Promise<void>
}

/** Verifies, or refuses with a reason that the person reads. */
export const RequestSheet = ({ request, act, onClose, onDone }: Props) => {
  const { title, yes, done, note, reasons } = actWords[act]
  const [reason, setReason] = useState(reasons[0] ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const go = async () => {
    if (act === 'refuse' && oneLine(reason) === '') return setRefusal('请写原因')
    const residencyId = request.id
    const reply =
      act === 'verify'
        ? await perform('residency.verify', { residencyId })
        : await perform('residency.refuse', { residencyId, reason: oneLine(reason) })
    if (reply.ok) {
      toast(done)
      onClose()
    } else setRefusal(sentenceOf(reply))
    await onDone()
  }
  return (
    <Confirm open title={title} yes={yes} danger={act === 'refuse'} onYes={go} onClose={onClose}>
      <View className="t-head t-break">
        {request.name} · {sayDoor(request)}
      </View>
      {act === 'verify' && <View className="mt-1 t-break">{matchOf(request).words}。</View>}
      <View className="t-note mt-1">{note}</View>
      {act === 'refuse' && (
        <ReasonFields
          reasons={reasons}
          reason={reason}
          maxLength={limits.residency.reasonLength}
          placeholder="本人会看到"
          onChange={setReason}
        />
      )}
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}
