import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { liveProps } from '@/ui/aria'
import { Field, Select, TextInput } from '@/ui/form'
import { RevealButton, RevealSheet } from '@/ui/reveal'
import { Confirm } from '@/ui/sheet'
import { handActs, handWords, type HandAct } from './hand-acts'
import type { Attendee } from './host-types'
import type { StaffMeeting } from './meeting-draft'

interface Props {
  /** null: closed. */
  person: Attendee | null
  meeting: StaffMeeting
  onClose: () => void
  onDone: () => Promise<void>
}

/** Checks somebody in by hand, or takes that back, or gives the seat away; each with a reason that is kept. */
export const PersonSheet = ({ person, meeting, onClose, onDone }: Props) => {
  const acts = person ? handActs(person, meeting) : []
  const [chosen, setChosen] = useState<HandAct | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isRevealing, setRevealing] = useState(false)
  const act = chosen ?? acts[0]
  if (!person || !act) return null
  if (isRevealing)
    return (
      <RevealSheet target={{ kind: 'signUp', targetId: person.id }} onClose={() => setRevealing(false)} />
    )
  const { text, done, reasons } = handWords[act]
  const why = reason ?? reasons[0] ?? ''
  const go = async () => {
    if (why.trim() === '') return setRefusal('请写原因')
    const reply = await send(act, person, meeting, why.trim())
    if (!reply.ok) setRefusal(sentenceOf(reply))
    else {
      toast(`${person.name} ${done}`)
      onClose()
    }
    await onDone()
  }
  const choose = (next: HandAct) => {
    setChosen(next)
    setReason(null)
  }
  return (
    <Confirm
      open
      title={[person.place, person.name].filter(Boolean).join(' ')}
      yes={`确定${text}`}
      danger={act !== 'attend'}
      onYes={go}
      onClose={onClose}
    >
      {!person.isGuest && <RevealButton who={person.name} onTap={() => setRevealing(true)} />}
      {acts.length > 1 && (
        <Field label="做什么">
          <Select
            label="做什么"
            value={act}
            options={acts.map((value) => ({ value, text: handWords[value].text }))}
            onChange={choose}
          />
        </Field>
      )}
      <Field label="为什么">
        <Select
          label="为什么"
          value={why}
          options={reasons.map((value) => ({ value, text: value }))}
          onChange={setReason}
        />
      </Field>
      <TextInput
        label="或写别的原因"
        placeholder={act === 'free' ? '会发消息告诉本人' : '会记在这个人的记录里'}
        maxLength={limits.meeting.reasonLength}
        value={reasons.includes(why) ? '' : why}
        onChange={setReason}
      />
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}

const send = (act: HandAct, person: Attendee, meeting: StaffMeeting, reason: string) => {
  if (act === 'undo') return perform('meetings.undoAttend', { signUpId: person.id, reason })
  if (act === 'free') return perform('meetings.freeSeat', { signUpId: person.id, reason })
  const who = { kind: 'signUp' as const, signUpId: person.id }
  return perform('meetings.attend', { meetingId: meeting.id, who, reason })
}
