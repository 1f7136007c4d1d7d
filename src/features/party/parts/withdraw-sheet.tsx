import { useState } from 'react'
import { View } from '@tarojs/components'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { liveProps } from '@/ui/aria'
import { Confirm } from '@/ui/sheet'
import type { MyRegistration } from '../registration-words'

interface Props {
  open: boolean
  registrationId: string
  /** It was not verified yet: an application is taken back rather than a registration ended. */
  applied: boolean
  onClose: () => void
  onDone: (registration: MyRegistration) => void
  /** It turned out to stand otherwise. */
  reload: () => Promise<void>
}

/** Asks before somebody takes back what was told. */
export const WithdrawSheet = ({ open, registrationId, applied, onClose, onDone, reload }: Props) => {
  const [refusal, setRefusal] = useState<string | null>(null)
  const { run } = useAction('party.withdraw')
  const withdraw = async () => {
    setRefusal(null)
    const reply = await run({ registrationId })
    if (!reply) return
    if (!reply.ok) {
      setRefusal(sentenceOf(reply))
      return reload()
    }
    toast(applied ? '已撤回，填的内容都删掉了' : '报到已结束，填的内容都删掉了')
    onClose()
    onDone(reply.data)
  }
  return (
    <Confirm
      open={open}
      title={applied ? '撤回申请？' : '结束报到？'}
      yes={applied ? '确定撤回' : '确定结束'}
      no="先不了"
      danger
      onYes={withdraw}
      onClose={onClose}
    >
      <View>
        你填的支部和手机号马上删掉。
        {applied ? '' : '已经报名、还没去的活动请先取消。'}记好的服务和积分还是你的，以后想来可以再报。
      </View>
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}
