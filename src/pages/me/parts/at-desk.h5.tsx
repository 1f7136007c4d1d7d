import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { leave } from '@/services/sign-in'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'

/** A browser that signed in by QR: for how long, and the way out. */
export const AtDesk = ({ until }: { until: string }) => (
  <Card title="电脑登录">
    <View className="t-note">{sayMoment(until)} 自动退出。离开座位前请先退出。个人的事请在手机上办。</View>
    <View className="row mt-3">
      <Button look="soft" text="退出" onTap={leave} />
    </View>
  </Card>
)
