import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { eventWords, mayApply, type MyRegistration } from '../registration-words'
import { WithdrawSheet } from './withdraw-sheet'

interface Props {
  registration: MyRegistration
  onChanged: (registration: MyRegistration) => void
  reload: () => Promise<void>
}

/** What I told, what happened, and the way to take it back. */
export const ToldCard = ({ registration, onChanged, reload }: Props) => {
  const [leaving, setLeaving] = useState(false)
  const { state, branch, phone, timeline } = registration
  const inForce = !mayApply(registration)
  const applied = state === 'applied'
  return (
    <Card title={inForce ? '你填的' : '经过'}>
      {inForce && (
        <View className="told">
          <ToldRow name="支部" value={branch} />
          <ToldRow name="手机" value={phone ?? ''} />
        </View>
      )}
      {[...timeline].reverse().map((row) => (
        <View key={`${row.at} ${row.event}`} className="t-note">
          {eventWords(row)}
        </View>
      ))}
      {inForce && (
        <View className="row mt-3">
          <Button look="plain" text={applied ? '撤回申请' : '结束报到'} onTap={() => setLeaving(true)} />
        </View>
      )}
      <WithdrawSheet
        open={leaving && inForce}
        registrationId={registration.id}
        applied={applied}
        onClose={() => setLeaving(false)}
        onDone={onChanged}
        reload={reload}
      />
    </Card>
  )
}

const ToldRow = ({ name, value }: { name: string; value: string }) => (
  <View className="told-row">
    <View className="t-note">{name}</View>
    <View className="grow t-break">{value}</View>
  </View>
)
