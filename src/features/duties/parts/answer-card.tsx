import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import type { Failure } from '@/services/replies'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import { liveProps } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { TextInput } from '@/ui/form'
import { RefusalCard } from '@/ui/refusal-card'
import { Confirm } from '@/ui/sheet'
import { dutyWords } from '../words'

interface Props {
  token: string
  /** Numbers that may still be tried. */
  phonesLeft: number
  onAccepted: () => Promise<void>
  onDeclined: () => void
  onRefused: () => Promise<void>
}

/** Says yes with the number that the invitation is for, or no. */
export const AnswerCard = ({ token, phonesLeft, onAccepted, onDeclined, onRefused }: Props) => {
  const draft = useKept('duty.answer', { phone: '' })
  const [problem, setProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [declining, setDeclining] = useState(false)
  const accepting = useAction('duties.accept')
  const decline = useAction('duties.decline')
  const accept = async () => {
    const { phone } = draft.read()
    const isPhone = /^1[3-9]\d{9}$/.test(phone)
    setProblem(isPhone ? null : '请填 11 位手机号')
    if (!isPhone) return
    const reply = await accepting.run({ token, phone })
    if (!reply) return
    setFailure(reply.ok ? null : reply)
    if (!reply.ok) return onRefused()
    draft.restart()
    await onAccepted()
  }
  const sayNo = async () => {
    const reply = await decline.run({ token })
    if (!reply) return
    setDeclining(false)
    if (reply.ok) return onDeclined()
    setFailure(reply)
    await onRefused()
  }
  const hasTried = phonesLeft < limits.duty.wrongPhones
  return (
    <>
      <View {...liveProps}>{failure && <RefusalCard {...dutyWords(failure)} />}</View>
      <Card>
        <TextInput
          label="你的手机号"
          placeholder="邀请你的人登记的那个号码"
          kind="number"
          maxLength={11}
          hint={hasTried ? `还可以试 ${phonesLeft} 次` : ''}
          value={draft.value.phone}
          error={problem}
          onChange={(phone) => draft.change({ phone })}
        />
        <View className="t-note mt-2">只用来核对邀请是不是给你的，核对完就删，不作别用。</View>
        <View className="row mt-3">
          <Button look="plain" text="不接受" onTap={() => setDeclining(true)} />
          <Button text="接受" busy={accepting.busy} onTap={accept} />
        </View>
      </Card>
      <Confirm
        open={declining}
        title="不接受这个邀请？"
        yes="不接受"
        danger
        onYes={sayNo}
        onClose={() => setDeclining(false)}
      >
        <View>邀请会作废，邀请你的人会知道。改主意了，可以请他再发一次。</View>
      </Confirm>
    </>
  )
}
