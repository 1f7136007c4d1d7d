import { View } from '@tarojs/components'
import { canSubscribe } from '@/services/platform/subscribe'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'

/** How many messages WeChat may still bring, and the way to have none. Only where there are any. */
export const WechatCard = () => {
  const query = useQuery('inbox.allowed', canSubscribe ? {} : null)
  const { run } = useAction('inbox.disallow')
  const left = query.data?.left ?? 0
  if (left === 0) return null
  const stop = async () => {
    const reply = await run({})
    if (!reply) return
    toast(reply.ok ? '好的，不再用微信提醒。消息还在这里' : sentenceOf(reply))
    await query.reload()
  }
  return (
    <Card>
      <View>你同意过的微信提醒，还有 {left} 次没有用。</View>
      <View className="mt-3">
        <Button small look="plain" text="不用微信提醒" onTap={stop} />
      </View>
    </Card>
  )
}
