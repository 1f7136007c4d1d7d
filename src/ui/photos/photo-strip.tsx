import { useState } from 'react'
import { View } from '@tarojs/components'
import { Picture } from '@/ui/picture'
import { Sheet } from '@/ui/sheet'
import { Button } from '@/ui/button'
import { Tappable } from '@/ui/tappable'
import './photos.css'

interface Props {
  urls: readonly string[]
  /** What they show, e.g. 现场照片. */
  what: string
  /** Under each, e.g. when it was taken. */
  notes?: readonly (string | null)[]
}

/** Photos in a row; one tap shows one large, and from there the one before and the next. */
export const PhotoStrip = ({ urls, what, notes = [] }: Props) => {
  const [large, setLarge] = useState<number | null>(null)
  const shown = large === null ? undefined : urls[large]
  if (urls.length === 0) return null
  const nameOf = (index: number) => (urls.length > 1 ? `${what} ${index + 1}` : what)
  return (
    <View className="photo-strip">
      {urls.map((url, index) => (
        <View key={url} className="photo-strip-one">
          <Tappable
            className="photo-strip-frame"
            label={`放大看${nameOf(index)}`}
            onTap={() => setLarge(index)}
          >
            <Picture className="photo-row-image" src={url} alt={nameOf(index)} />
          </Tappable>
          {notes[index] && <View className="t-tiny">{notes[index]}</View>}
        </View>
      ))}
      <Sheet open={shown !== undefined} title={nameOf(large ?? 0)} onClose={() => setLarge(null)}>
        {shown && <Picture whole className="photo-large" src={shown} alt={nameOf(large ?? 0)} />}
        {urls.length > 1 && <Steps at={large ?? 0} count={urls.length} onGo={setLarge} />}
      </Sheet>
    </View>
  )
}

const Steps = ({ at, count, onGo }: { at: number; count: number; onGo: (index: number) => void }) => (
  <View className="photo-steps">
    <Button small look="soft" text="上一张" disabled={at === 0} onTap={() => onGo(at - 1)} />
    <View className="t-note num">
      {at + 1} / {count}
    </View>
    <Button small look="soft" text="下一张" disabled={at === count - 1} onTap={() => onGo(at + 1)} />
  </View>
)
