import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { canScan } from '@/services/platform/scan'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'

/** The way to hand goods over: the most frequent thing to do here. */
export const Pickup = () => (
  <Card title="核销领取">
    <View className="t-note">居民来领东西时，{canScan ? '扫他的领取码，或' : ''}输入他报的 8 位数字</View>
    <View className="row mt-4">
      {canScan && <Button icon="scan-line" text="扫一扫" onTap={() => open('verify', { scan: '1' })} />}
      <Button icon="hash" look={canScan ? 'soft' : 'main'} text="输数字" onTap={() => open('verify')} />
    </View>
  </Card>
)
