import { View } from '@tarojs/components'
import { call } from '@/services/call'
import { sayMoment } from '@/services/format'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { usePolling } from '@/services/use-polling'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { sayBytes, type Copy } from '../words'
import { handOver, handOverText } from './hand-over'

/** A copy of all that is kept of me: asked for, made, fetched. */
export const CopyCard = ({ copy, reload }: { copy: Copy | null; reload: () => Promise<void> }) => {
  const { busy, run } = useAction('privacy.askCopy')
  const isMaking = copy?.state === 'asked' || copy?.state === 'building'
  const isReady = copy?.state === 'ready' || copy?.state === 'fetched'
  usePolling(reload, isMaking)
  const ask = async () => {
    const reply = await run({})
    if (reply && !reply.ok) toast(sentenceOf(reply))
    await reload()
  }
  const fetch = async () => {
    const reply = await call('privacy.openCopy', {})
    if (!reply.ok) toast(sentenceOf(reply))
    else await handOver(reply.data.files)
    await reload()
  }
  return (
    <Card title="我的信息副本">
      <View className="t-note">你的账号、住址、积分、诉求、报名、消息和照片，打成一个压缩包给你。</View>
      {copy && (
        <View className="copy-state mt-3">
          <View>{stateWords[copy.state]}</View>
          <View className="t-note">{detailOf(copy)}</View>
        </View>
      )}
      {isReady && (
        <View className="mt-3">
          <Button look="soft" text={handOverText} onTap={fetch} />
        </View>
      )}
      {!isMaking && (!copy || copy.mayAsk) && (
        <View className="mt-3">
          <Button look="plain" text={copy ? '再要一份' : '要一份副本'} busy={busy} onTap={ask} />
        </View>
      )}
    </Card>
  )
}

const stateWords: Record<Copy['state'], string> = {
  asked: '正在准备，一般几分钟',
  building: '正在准备，一般几分钟',
  ready: '准备好了',
  fetched: '准备好了',
  expired: '上一份已经过期，文件删了',
  failed: '没有做成，请再要一份',
}

const detailOf = ({ askedAt, expiresAt, bytes }: Copy): string =>
  expiresAt ? `${sayBytes(bytes)}，${sayMoment(expiresAt)} 前可以下载` : `${sayMoment(askedAt)} 要的`
