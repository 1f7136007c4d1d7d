import { View } from '@tarojs/components'
import { sayPoints } from '@/services/format'
import { Chip, type ChipTone } from '@/ui/chip'
import { Icon } from '@/ui/icon'
import { Photo } from '@/ui/photo'
import { Tappable } from '@/ui/tappable'
import type { StaffItem } from './item-draft'

interface Props {
  item: StaffItem
  /** Shown beside the list. */
  on: boolean
  onTap: () => void
}

/** An item in the list of its community's staff. */
export const ItemRow = ({ item, on, onTap }: Props) => {
  const { text, tone } = standOf(item)
  const stock = `还能换 ${item.left} 份`
  return (
    <Tappable
      className={`item-row ${on ? 'is-on' : ''}`}
      label={`${item.name}，${text}，${stock}`}
      onTap={onTap}
    >
      <Photo url={item.photoUrl} size="thumb" />
      <View className="grow">
        <View className="t-break">{item.name}</View>
        <View className="t-note">
          {sayPoints(item.costPoints)} · {stock}
        </View>
        <View className="row-wrap mt-1">
          <Chip text={text} tone={tone} />
          {item.reserved > 0 && <Chip text={`${item.reserved} 份待领取`} tone="info" />}
        </View>
      </View>
      <View className="item-chevron">
        <Icon name="chevron-right" size="s" />
      </View>
    </Tappable>
  )
}

/** How an item stands, in a word. */
export const standOf = (item: StaffItem): { text: string; tone: ChipTone } => {
  if (item.state === 'closed') return { text: '已关闭', tone: 'plain' }
  if (item.frozen) return { text: '暂停兑换', tone: 'bad' }
  return item.left === 0 ? { text: '已换完', tone: 'warn' } : { text: '可兑换', tone: 'accent' }
}
