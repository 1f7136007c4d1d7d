import { useState } from 'react'
import { View } from '@tarojs/components'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { liveProps } from '@/ui/aria'
import { Confirm } from '@/ui/sheet'
import type { SignUp } from '../words'

interface Props {
  open: boolean
  signUp: SignUp
  onClose: () => void
  /** It was cancelled, or turned out to stand otherwise. */
  onSettled: () => Promise<void>
}

/** Asks before a seat or a place on the waitlist is given up. */
export const CancelSheet = ({ open, signUp, onClose, onSettled }: Props) => {
  const [refusal, setRefusal] = useState<string | null>(null)
  const { run } = useAction('meetings.cancelSignUp')
  const waiting = signUp.state === 'waiting'
  const cancel = async () => {
    setRefusal(null)
    const reply = await run({ signUpId: signUp.id })
    if (!reply) return
    if (reply.ok) {
      toast(waiting ? '已退出候补' : '已取消报名')
      onClose()
    } else {
      setRefusal(sentenceOf(reply))
      // What cannot be cancelled any more closes the sheet: the words outlast it.
      toast(sentenceOf(reply))
    }
    await onSettled()
  }
  return (
    <Confirm
      open={open}
      title={waiting ? '不再候补？' : '取消报名？'}
      yes={waiting ? '退出候补' : '确定取消'}
      no="先不取消"
      danger
      onYes={cancel}
      onClose={onClose}
    >
      <View>
        {waiting ? '你的位置会让给后面的人。' : '座位马上让给下一位邻居。'}
        以后想来还可以再报名，但要重新排队。
      </View>
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}
