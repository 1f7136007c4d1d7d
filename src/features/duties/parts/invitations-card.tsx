import { useState } from 'react'
import { View } from '@tarojs/components'
import { roleWords } from '@/services/duties'
import { sayMoment } from '@/services/format'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Confirm } from '@/ui/sheet'
import { dutySentence, sayWithin, type StaffInvitation } from '../words'

interface Props {
  invitations: readonly StaffInvitation[]
  onChanged: () => Promise<void>
}

/** Who is invited and has not answered yet. */
export const InvitationsCard = ({ invitations, onChanged }: Props) => {
  const [taking, setTaking] = useState<StaffInvitation | null>(null)
  const { run } = useAction('duties.revokeInvitation')
  const takeBack = async () => {
    if (!taking) return
    const reply = await run({ invitationId: taking.id })
    if (!reply) return
    toast(reply.ok ? '已撤回，链接不能再用' : dutySentence(reply))
    setTaking(null)
    await onChanged()
  }
  if (invitations.length === 0) return null
  return (
    <Card title="等对方接受">
      {invitations.map((invitation) => (
        <Row key={invitation.id} invitation={invitation} onTakeBack={() => setTaking(invitation)} />
      ))}
      <Confirm
        open={taking !== null}
        title="撤回这个邀请？"
        yes="撤回"
        no="先不撤"
        danger
        onYes={takeBack}
        onClose={() => setTaking(null)}
      >
        <View>给{taking?.name}的链接和二维码马上作废。</View>
      </Confirm>
    </Card>
  )
}

const Row = ({ invitation, onTakeBack }: { invitation: StaffInvitation; onTakeBack: () => void }) => {
  const { name, role, within, phone, state, expiresAt, givenBy } = invitation
  return (
    <View className="duty-row">
      <View className="row-wrap">
        <View className="t-head t-break">{name}</View>
        <View className="t-note">{[roleWords[role], sayWithin(within)].filter(Boolean).join(' · ')}</View>
        {state === 'locked' && <Chip tone="bad" text="手机号输错太多" />}
      </View>
      <View className="t-note t-break">
        {[phone, givenBy && `${givenBy}邀请`, `${sayMoment(expiresAt)} 前有效`].filter(Boolean).join(' · ')}
      </View>
      <View className="row-wrap mt-2">
        <Button small look="plain" text="撤回" label={`撤回 ${name}`} onTap={onTakeBack} />
      </View>
    </View>
  )
}
