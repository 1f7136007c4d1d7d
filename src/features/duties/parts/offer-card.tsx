import { View } from '@tarojs/components'
import { sayDay, sayMoment } from '@/services/format'
import { Card } from '@/ui/card'
import { postOf, sayWithin, type Invitation } from '../words'

/** What is offered, by whom, to whom and until when. */
export const OfferCard = ({ invitation }: { invitation: Invitation }) => {
  const { giver, name, expiresAt, until, needsApproval } = invitation
  return (
    <Card>
      <View className="t-note t-break">
        {giver ? `${giver.name}（${postOf(giver.placeName, giver.role)}）` : '系统管理员'}邀请 {name} 担任
      </View>
      <View className="offer-post t-break">{postOf(invitation.placeName, invitation.role)}</View>
      {invitation.within && (
        <View className="mt-2 t-break">管{sayWithin(invitation.within)}，只看得到这里的住户</View>
      )}
      <View className="t-note mt-2">
        {until ? `任到 ${sayDay(until)}。` : ''}
        {needsApproval ? '接受后还要另一位负责人批准才生效。' : '接受后马上生效。'}
      </View>
      <View className="t-note">邀请 {sayMoment(expiresAt)} 前有效，只能用一次。</View>
    </Card>
  )
}
