import { View } from '@tarojs/components'
import { beginActing, type ProxySession } from '@/services/acting'
import { openTab } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'

/** One of mine goes on that this device does not know of: to go on with, or to end. */
export const Running = ({ session, onEnded }: { session: ProxySession; onEnded: () => Promise<void> }) => {
  const goOn = () => {
    beginActing(session)
    openTab('home')
  }
  const end = async () => {
    const reply = await perform('proxy.end', { proxyId: session.id })
    if (!reply.ok) toast(sentenceOf(reply))
    await onEnded()
  }
  return (
    <Card>
      <View className="t-head">替 {session.name} 的代办还没结束</View>
      <View className="row-wrap mt-3">
        <Button look="plain" text="结束" label="结束代办" onTap={end} />
        <Button text="接着办" onTap={goOn} />
      </View>
    </Card>
  )
}
