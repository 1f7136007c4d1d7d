import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { HeldNote } from '@/ui/held-note'
import type { StaffCase } from '../parts/case-types'
import { MendSheet } from './mend-sheet'
import type { ReplyProps } from './use-reply'

interface Props extends ReplyProps {
  published: NonNullable<StaffCase['published']>
}

/** What everybody reads of the answer, or will once it has passed; what was refused can be mended. */
export const PublishedCard = ({ shown, published, settle }: Props) => {
  const [mending, setMending] = useState(false)
  const { held } = published
  return (
    <Card title={held ? '给全体居民的答复' : '已向全体居民公开'}>
      <HeldNote held={held} waiting="居民已收到答复；公开的内容通过后，大家都能看到。" />
      <View className="t-strong t-break mt-2">{published.question}</View>
      <View className="public-answer mt-2 t-break case-text">{published.answer}</View>
      {held?.state === 'refused' && (
        <View className="row mt-3">
          <Button small look="soft" text="改一改再公开" onTap={() => setMending(true)} />
        </View>
      )}
      {mending && (
        <MendSheet shown={shown} published={published} settle={settle} onClose={() => setMending(false)} />
      )}
    </Card>
  )
}
