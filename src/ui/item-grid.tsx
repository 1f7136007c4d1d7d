import { Text, View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { open } from '@/services/go'
import { Photo } from './photo'
import { Tappable } from './tappable'
import './item-grid.css'

export type Item = Output<'points.items'>['items'][number]

/** Items as tiles: what it is, what it costs, what is left. */
export const ItemGrid = ({ items }: { items: readonly Item[] }) => (
  <View className="item-grid">
    {items.map((item) => (
      <Tappable
        key={item.id}
        className="item-tile"
        role="link"
        label={`${item.name} ${item.costPoints} 分 ${stockWords(item)}`}
        onTap={() => open('item', { id: item.id })}
      >
        <Photo url={item.photoUrl} name={item.name} size="tile" />
        <View className="item-tile-words">
          <View className="item-tile-name">{item.name}</View>
          <View className="item-tile-foot">
            <Cost points={item.costPoints} />
            <View className="t-note">{stockWords(item)}</View>
          </View>
        </View>
      </Tappable>
    ))}
  </View>
)

/** A price in points. */
export const Cost = ({ points }: { points: number }) => (
  <View className="cost num">
    {points}
    <Text className="cost-unit"> 分</Text>
  </View>
)

/** Few left is worth saying exactly; many are many. */
export const stockWords = (item: Pick<Item, 'left' | 'state' | 'frozen'>): string => {
  if (item.frozen || item.state === 'closed') return '暂停兑换'
  return item.left === 0 ? '已换完' : `剩 ${item.left} 份`
}
