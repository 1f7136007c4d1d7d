import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { liveProps } from '@/ui/aria'
import { Confirm } from '@/ui/sheet'
import { oneLine, staffWords } from '../refusals'
import { actWords, matchOf, type Application, type ApplicationAct } from './application-words'
import { ReasonFields } from '@/ui/reason-fields'

interface Props {
  application: Application
  act: ApplicationAct
  onClose: () => void
  onDone: () => Promise<void>
}

/** Verifies, refuses or ends; with a reason that the person reads, except for a verification. */
export const ApplicationSheet = ({ application, act, onClose, onDone }: Props) => {
  const { title, yes, done, note, reasons } = actWords[act]
  const [reason, setReason] = useState(reasons[0] ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const go = async () => {
    if (reasons.length > 0 && reason.trim() === '') return setRefusal('请写原因')
    const reply = await send(act, application.id, reason.trim())
    if (reply.ok) {
      toast(done)
      onClose()
    } else setRefusal(oneLine(staffWords(reply)))
    await onDone()
  }
  return (
    <Confirm open title={title} yes={yes} danger={act !== 'verify'} onYes={go} onClose={onClose}>
      <View className="t-head t-break">
        {application.name} · {application.branch}
      </View>
      {act === 'verify' && <View className="mt-1 t-break">{matchOf(application).words}。</View>}
      <View className="t-note mt-1">{note}</View>
      {reasons.length > 0 && (
        <ReasonFields
          reasons={reasons}
          reason={reason}
          maxLength={limits.party.reasonLength}
          placeholder="本人会看到"
          onChange={setReason}
        />
      )}
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}

const send = (act: ApplicationAct, registrationId: string, reason: string) => {
  if (act === 'verify') return perform('party.verify', { registrationId })
  return act === 'refuse'
    ? perform('party.refuse', { registrationId, reason })
    : perform('party.end', { registrationId, reason })
}
