import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Card } from '@/ui/card'

/** What it is, before anybody is asked for. @param running it goes on already */
export const PurposeCard = ({ running = false }: { running?: boolean }) => (
  <Card tone="info">
    <View className="t-head">{running ? '正在代办' : '替本人办，本人看得到'}</View>
    <View>
      {running
        ? '办完点上面的「结束」，再替下一位办。'
        : `只办本人同意的事，一次 ${limits.proxy.minutes} 分钟。每办一件都记下来，办完请本人确认。`}
    </View>
    <View className="t-note mt-1">
      能办：交诉求、评价、报名开会、看积分、换商品。消息、住址、领取码和党员报到只能本人办。
    </View>
  </Card>
)
