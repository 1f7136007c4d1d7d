import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayDay } from '@/services/format'
import { Tappable } from '@/ui/tappable'

type Flat = Output<'residency.flats'>['flats'][number]

/** One flat to choose: its room, who is verified, and how its code stands. */
export const FlatTile = ({ flat, on, onTap }: { flat: Flat; on: boolean; onTap: () => void }) => {
  const words = codeWords(flat)
  return (
    <Tappable
      className={`flat ${on ? 'is-on' : ''}`}
      role="switch"
      label={`${flat.room} ${words}`}
      on={on}
      onTap={onTap}
    >
      <View className="flat-room num">{flat.room}</View>
      <View className="t-note">{words}</View>
    </Tappable>
  )
}

const codeWords = ({ code, bound, expiresOn }: Flat): string => {
  const people = bound > 0 ? `${bound} 人已登记` : '没人登记'
  if (code === 'open') return `${people}，有码到 ${expiresOn ? sayDay(expiresOn) : ''}`
  return code === 'expired' ? `${people}，码过期了` : people
}
