import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import type { StaffItem } from './item-draft'
import { ItemFields } from './item-fields'
import { ItemStock } from './item-stock'
import { SaveBar } from './save-bar'
import { useItemEditor } from './use-item-editor'
import type { StaffItems } from './use-staff-items'

interface Props {
  communityId: string
  items: StaffItems
  /** null: a new one. */
  itemId: string | null
  onSaved: (item: StaffItem) => void
}

/** One item beside the list. */
export const ItemPane = ({ communityId, items, itemId, onSaved }: Props) => {
  const item = itemId === null ? null : items.find(itemId)
  const editor = useItemEditor({
    communityId,
    item,
    reload: items.query.reload,
    onSaved: (saved) => {
      items.put(saved)
      onSaved(saved)
    },
  })
  return (
    <>
      {item && <View className="desk-head t-title t-break">{item.name}</View>}
      {item && <ItemStock item={item} onChanged={items.put} />}
      <ItemFields editor={editor} />
      <Card>
        <View className="row">
          <SaveBar editor={editor} />
        </View>
      </Card>
    </>
  )
}
