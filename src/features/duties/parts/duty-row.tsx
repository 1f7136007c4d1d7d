import { View } from '@tarojs/components'
import { roleWords } from '@/services/duties'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { dutySentence, sayNext, sayTerm, sayWithin, stateWords, type StaffDuty } from '../words'

export type Asking = { duty: StaffDuty; act: 'approve' | 'revoke' }

interface Props {
  duty: StaffDuty
  /** Opens the sheet that asks first. */
  onAsk: (asking: Asking) => void
  onChanged: () => Promise<void>
}

/** Somebody's duty: since when and by whom, what comes next, and what can be done. */
export const DutyRow = ({ duty, onAsk, onChanged }: Props) => {
  const { name, role, within, invitedName, state } = duty
  const next = sayNext(duty)
  const isSettled = state === 'in_force'
  const acts = <Acts duty={duty} onAsk={onAsk} onChanged={onChanged} />
  return (
    <View className="duty-row">
      <View className="row">
        <View className="grow">
          <View className="row-wrap">
            <View className="t-head t-break">{name}</View>
            <View className="t-note">{[roleWords[role], sayWithin(within)].filter(Boolean).join(' · ')}</View>
            {!isSettled && <Chip {...stateWords[state]} />}
          </View>
          <View className="t-note t-break">{sayTerm(duty)}</View>
        </View>
        {isSettled && acts}
      </View>
      {invitedName !== null && (
        <View className="t-note t-break t-bad">邀请写的是「{invitedName}」，和他登记的姓名不同，请核对</View>
      )}
      {next && <View className="t-note">{next}</View>}
      {!isSettled && duty.may.length > 0 && <View className="row-wrap mt-2">{acts}</View>}
    </View>
  )
}

/** What I may do: what is asked for first; a duty that is not due needs no confirmation. */
const Acts = ({ duty, onAsk, onChanged }: Props) => {
  const { name, state, may } = duty
  const no = state === 'waiting' ? '不同意' : '解除'
  return (
    <>
      {may.includes('approve') && (
        <Button
          small
          look="soft"
          text="批准"
          label={`批准 ${name}`}
          onTap={() => onAsk({ duty, act: 'approve' })}
        />
      )}
      {state === 'due' && may.includes('confirm') && <ConfirmButton duty={duty} onChanged={onChanged} />}
      {may.includes('revoke') && (
        <Button
          small
          look="plain"
          text={no}
          label={`${no} ${name}`}
          onTap={() => onAsk({ duty, act: 'revoke' })}
        />
      )}
    </>
  )
}

/** One tap, nothing to fill in: it takes nothing from anybody. */
const ConfirmButton = ({ duty: { id, name }, onChanged }: Pick<Props, 'duty' | 'onChanged'>) => {
  const { run } = useAction('duties.confirm')
  const send = async () => {
    const reply = await run({ dutyId: id })
    if (!reply) return
    toast(reply.ok ? `已确认${name}在任` : dutySentence(reply))
    await onChanged()
  }
  return <Button small look="soft" text="确认在任" label={`确认在任 ${name}`} onTap={send} />
}
