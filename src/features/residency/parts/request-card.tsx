import { useState } from 'react'
import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { sentenceOf } from '@/services/messages'
import { makeCall } from '@/services/platform/device'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { liveProps } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import type { IconName } from '@/ui/icon-names'
import { Confirm } from '@/ui/sheet'
import { sayDoor, type MyRequest } from '../words'

interface Props {
  request: MyRequest
  reload: () => Promise<void>
}

const stands: Record<MyRequest['state'], { icon: IconName; title: string; next: string }> = {
  waiting: {
    icon: 'calendar-clock',
    title: '等社区核对',
    next: '社区工作人员会和花名册对一对，一般一两个工作日有结果，到时在「消息」里告诉你。',
  },
  refused: {
    icon: 'circle-alert',
    title: '没有核验通过',
    next: '照原因改一改，可以再交；不明白就打社区电话。',
  },
  withdrawn: { icon: 'undo-2', title: '你撤回了', next: '填的姓名和手机号都删掉了，想登记可以再填。' },
}

/** What I asked for, how it stands, and what happens next. */
export const RequestCard = ({ request, reload }: Props) => {
  const [taking, setTaking] = useState(false)
  const { state, communityName, communityPhone, declaredAt, name, phone, reason } = request
  const { icon, title, next } = stands[state]
  const told = [name, phone].filter(Boolean).join(' · ')
  return (
    <Card>
      <View className="row">
        <View className={`stands stands-${state}`}>
          <Icon name={icon} />
        </View>
        <View className="grow">
          <View className="t-title">{title}</View>
          <View className="t-note">{sayMoment(declaredAt)} 交的</View>
        </View>
      </View>
      <View className="mt-3 t-break">
        {communityName} · {sayDoor(request)}
      </View>
      {told && <View className="t-note">{told}</View>}
      {reason && <View className="request-reason mt-3 t-break">原因：{reason}</View>}
      <View className="mt-3">{next}</View>
      <View className="row mt-3">
        {communityPhone && (
          <Button look="plain" icon="phone" text="打给社区" onTap={() => makeCall(communityPhone)} />
        )}
        {state === 'waiting' && <Button look="plain" text="撤回" onTap={() => setTaking(true)} />}
      </View>
      <WithdrawSheet open={taking && state === 'waiting'} onClose={() => setTaking(false)} reload={reload} />
    </Card>
  )
}

interface SheetProps {
  open: boolean
  onClose: () => void
  reload: () => Promise<void>
}

const WithdrawSheet = ({ open, onClose, reload }: SheetProps) => {
  const [refusal, setRefusal] = useState<string | null>(null)
  const { run } = useAction('residency.withdraw')
  const withdraw = async () => {
    setRefusal(null)
    const reply = await run({})
    if (!reply) return
    if (reply.ok) {
      toast('已撤回')
      onClose()
    } else setRefusal(sentenceOf(reply))
    await reload()
  }
  return (
    <Confirm open={open} title="撤回登记？" yes="确定撤回" danger onYes={withdraw} onClose={onClose}>
      <View>社区就不核对了，填的姓名和手机号马上删掉。以后想登记可以再填。</View>
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}
