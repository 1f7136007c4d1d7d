import { useState } from 'react'
import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Picture } from '@/ui/picture'
import { Sheet } from '@/ui/sheet'
import { Tappable } from '@/ui/tappable'
import { fieldWords, kindWords, type HeldThing } from '../words'

interface Props {
  thing: HeldThing
  onPass: () => Promise<void>
  onRefuse: () => void
}

/** One thing that waits: its words or its photo, and the two answers. */
export const HeldCard = ({ thing, onPass, onRefuse }: Props) => {
  const { kind, state, texts, photoUrl, heldAt } = thing
  const { text, seenBy } = kindWords[kind]
  // Two cards may be of one kind: the first words tell their buttons apart.
  const named = `${text} ${texts[0]?.text ?? sayMoment(heldAt)}`
  return (
    <Card>
      <View className="row-wrap">
        <Chip text={text} tone="info" />
        <Chip text={state === 'checking' ? '等机器查' : '审核中'} tone="warn" />
      </View>
      {texts.map((one) => (
        <View key={one.field} className="mt-2">
          {texts.length > 1 && <View className="t-note">{fieldWords[one.field]}</View>}
          <View className="t-break held-text">{one.text}</View>
        </View>
      ))}
      {(kind === 'photo' || kind === 'notice_photo') && (
        <HeldPhoto url={photoUrl} title={text} named={named} />
      )}
      <View className="t-note mt-2">
        {sayMoment(heldAt)} 提交。{seenBy}。
      </View>
      <View className="row-wrap mt-3">
        <Button small text="通过" label={`通过 ${named}`} onTap={onPass} />
        <Button small look="plain" text="不通过" label={`不通过 ${named}`} onTap={onRefuse} />
      </View>
    </Card>
  )
}

const HeldPhoto = ({ url, title, named }: { url: string | null; title: string; named: string }) => {
  const [large, setLarge] = useState(false)
  if (!url) return <View className="t-note mt-2">这张照片已经不在了。</View>
  return (
    <View className="mt-2">
      <Tappable className="held-photo" label={`放大看${named}`} onTap={() => setLarge(true)}>
        <Picture className="held-photo-image" src={url} alt={named} />
      </Tappable>
      <Sheet open={large} title={title} onClose={() => setLarge(false)}>
        <Picture whole className="held-photo-large" src={url} alt={named} />
      </Sheet>
    </View>
  )
}
