import { useState } from 'react'
import { View } from '@tarojs/components'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { liveProps } from '@/ui/aria'
import { Confirm } from '@/ui/sheet'
import type { OwnCase } from './case-types'

interface Props {
  shown: OwnCase
  open: boolean
  onClose: () => void
  onChanged: (shown: OwnCase) => void
}

/** Asks before a case is withdrawn. */
export const WithdrawSheet = ({ shown, open, onClose, onChanged }: Props) => {
  const [refusal, setRefusal] = useState<string | null>(null)
  const action = useAction('affairs.withdraw')
  const withdraw = async () => {
    setRefusal(null)
    const reply = await action.run({ caseId: shown.id })
    if (!reply) return
    if (!reply.ok) return setRefusal(sentenceOf(reply))
    onChanged(reply.data)
    toast('已撤回')
    onClose()
  }
  return (
    <Confirm
      open={open}
      title="撤回这件事？"
      yes="撤回"
      no="先不撤"
      danger
      onYes={withdraw}
      onClose={onClose}
    >
      <View>撤回后社区不再办理。以后还需要，可以重新提。</View>
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}
