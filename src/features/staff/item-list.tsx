import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Card } from '@/ui/card'
import { Select } from '@/ui/form'
import { Empty } from '@/ui/state'
import { TextBox } from '@/ui/text-box'
import type { StaffItem } from './item-draft'
import { ItemRow } from './item-row'

interface Props {
  items: StaffItem[]
  shownId: string | null
  onTap: (itemId: string) => void
  add: () => void
}

const filters = [
  { value: 'all', text: '全部' },
  { value: 'open', text: '开放' },
  { value: 'gone', text: '换完' },
  { value: 'closed', text: '关闭' },
] as const

type Filter = (typeof filters)[number]['value']

/** So few that everybody sees them at once: a search would only be in the way. */
const fewItems = 8

/** A community's items, to look through and to choose from. */
export const ItemList = ({ items, shownId, onTap, add }: Props) => {
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  if (items.length === 0) {
    return (
      <Card>
        <Empty
          icon="package"
          title="还没有商品"
          note="添加后，居民就能用积分来换"
          act={{ text: '添加商品', onTap: add }}
        />
      </Card>
    )
  }
  const found = items.filter((item) => passes(item, filter) && item.name.includes(search.trim()))
  return (
    <>
      <View className="item-tools">
        {items.length > fewItems && (
          <TextBox
            label="找商品"
            placeholder="找商品"
            maxLength={limits.item.nameLength}
            value={search}
            onChange={setSearch}
          />
        )}
        <Select label="看哪些商品" value={filter} options={filters} onChange={setFilter} />
      </View>
      <Card>
        {found.length === 0 && <Empty icon="package" title="没有这样的商品" note="换个说法，或看全部" />}
        {found.map((item) => (
          <ItemRow key={item.id} item={item} on={item.id === shownId} onTap={() => onTap(item.id)} />
        ))}
      </Card>
    </>
  )
}

const passes = (item: StaffItem, filter: Filter): boolean => {
  if (filter === 'all') return true
  if (filter === 'gone') return item.state === 'open' && item.left === 0
  return item.state === filter
}
