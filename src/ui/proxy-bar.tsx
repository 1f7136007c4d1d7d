import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { stopActing, useActing, type ProxySession } from '@/services/acting'
import { sayLeft } from '@/services/format'
import { openTab } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { useSecondTicks } from '@/services/use-second-ticks'
import { partProps } from './aria'
import { Button } from './button'
import './proxy-bar.css'

/** On every page while somebody acts for a resident (代办): for whom, how long still, and the way out. */
export const ProxyBar = () => {
  const { session, endsAt } = useActing()
  return session && <Bar session={session} endsAt={endsAt} />
}

const Bar = ({ session, endsAt }: { session: ProxySession; endsAt: number }) => {
  const left = endsAt - useSecondTicks()
  const isOver = left <= 0
  useEffect(() => {
    if (isOver) stopActing()
  }, [isOver])
  const end = async () => {
    const reply = await perform('proxy.end', { proxyId: session.id })
    if (!reply.ok && reply.code !== 'NOT_FOUND') return toast(sentenceOf(reply))
    stopActing()
    openTab('home')
  }
  return (
    <View className="proxy-bar" {...partProps('region', '代办')}>
      <View className="grow">
        正在为 {session.name} 代办 · 还有 {sayLeft(left)}
      </View>
      <Button small look="plain" text="结束" label="结束代办" onTap={end} />
    </View>
  )
}
