import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { liveProps } from '@/ui/aria'
import { NumberInput } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import { oneLine, staffWords } from '../refusals'
import { sayMinutes } from '../words'
import { handActOf, handWords, proposedMinutes, type HandAct } from './hand-acts'
import { ReasonFields } from '@/ui/reason-fields'
import type { Person, StaffActivity } from './staff-types'

interface Props {
  /** null: closed. */
  person: Person | null
  activity: StaffActivity
  onClose: () => void
  onDone: () => Promise<void>
}

/** Checks somebody in by hand, or corrects the minutes; each with a reason that the person reads. */
export const PersonSheet = ({ person, activity, ...rest }: Props) => {
  const act = person && handActOf(person, activity)
  return person && act ? <Open person={person} activity={activity} act={act} {...rest} /> : null
}

type OpenProps = Props & { person: Person; act: HandAct }

const Open = ({ person, activity, act, onClose, onDone }: OpenProps) => {
  const { text, done, reasons } = handWords[act]
  const [minutes, setMinutes] = useState<number | null>(() => proposedMinutes(person, activity))
  const [reason, setReason] = useState(reasons[0] ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const go = async () => {
    if (reason.trim() === '') return setRefusal('请写原因')
    if (act === 'correct' && !isCountable(minutes))
      return setRefusal(`时长请填 0 到 ${limits.party.maxMinutes} 分钟`)
    const reply = await send(act, person.id, minutes ?? 0, reason.trim())
    if (reply.ok) {
      toast(`${person.name} ${done}`)
      onClose()
    } else setRefusal(oneLine(staffWords(reply)))
    await onDone()
  }
  return (
    <Confirm
      open
      title={[person.place, person.name].filter(Boolean).join(' ')}
      yes={`确定${text}`}
      onYes={go}
      onClose={onClose}
    >
      {act === 'correct' && (
        <>
          <NumberInput
            label="时长（分钟）"
            hint={minutes === null ? '' : sayMinutes(minutes)}
            value={minutes}
            onChange={setMinutes}
          />
          <View className="t-note mt-2">积分按规则跟着变，本人在服务记录里看得到原因。</View>
        </>
      )}
      <ReasonFields
        reasons={reasons}
        reason={reason}
        maxLength={limits.party.reasonLength}
        placeholder="会记在这个人的记录里"
        onChange={setReason}
      />
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}

const isCountable = (minutes: number | null): boolean =>
  minutes !== null && minutes <= limits.party.maxMinutes

const send = (act: HandAct, participationId: string, minutes: number, reason: string) =>
  act === 'attend'
    ? perform('party.attend', { participationId, reason })
    : perform('party.correct', { participationId, minutes, reason })
