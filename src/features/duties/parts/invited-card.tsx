import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayMoment } from '@/services/format'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { QrImage } from '@/ui/qr-image'
import { postOf, sayWithin } from '../words'

interface Props {
  placeName: string
  sent: Output<'duties.invite'>
  onAgain: () => void
}

/** The code for the one who is invited, to scan here and now or from a picture. It is shown this once. */
export const InvitedCard = ({ placeName, sent: { invitation, link }, onAgain }: Props) => (
  <Card>
    <View className="invite-qr">
      <View className="t-title t-break">
        {invitation.name} · {postOf(placeName, invitation.role)}
      </View>
      {invitation.within && <View className="t-note">{sayWithin(invitation.within)}</View>}
      <View className="mt-3">
        <QrImage text={link} alt="邀请二维码" />
      </View>
      <View className="mt-3">请他用微信扫一扫，填手机号 {invitation.phone}</View>
      <View className="t-note mt-1">
        {sayMoment(invitation.expiresAt)}{' '}
        前有效，只能用一次。只给他本人看，可以截图发给他。离开这一页就看不到了。
      </View>
    </View>
    <View className="row mt-3">
      <Button look="soft" text="再邀请一位" onTap={onAgain} />
    </View>
  </Card>
)
