import { useRouter } from '@tarojs/taro'
import { back, replace } from '@/services/go'
import { useSession, workCommunity } from '@/services/session'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import type { StaffItem } from './item-draft'
import { ItemFields } from './item-fields'
import { ItemStock } from './item-stock'
import { SaveBar } from './save-bar'
import { useItemEditor } from './use-item-editor'
import { useStaffItems, type StaffItems } from './use-staff-items'
import './staff.css'

/** One item on a page of its own; without an id in the address, a new one. */
const ItemFormPage = () => {
  const itemId = useRouter().params.id ?? null
  const community = useSession(workCommunity)
  const items = useStaffItems(community?.id ?? null)
  const item = itemId === null ? null : items.find(itemId)
  if (community && (itemId === null || item)) {
    return <Editing communityId={community.id} items={items} item={item} />
  }
  return (
    <Page title="商品">
      <Loaded query={items.query}>
        {() => (
          <Card>
            <Empty
              icon="package"
              title="没有这件商品"
              note="可能属于另一个社区"
              act={{ text: '返回', onTap: back }}
            />
          </Card>
        )}
      </Loaded>
    </Page>
  )
}

interface Props {
  communityId: string
  items: StaffItems
  item: StaffItem | null
}

const Editing = ({ communityId, items, item }: Props) => {
  const editor = useItemEditor({
    communityId,
    item,
    reload: items.query.reload,
    onSaved: (saved) => {
      items.put(saved)
      if (item === null) replace('itemForm', { id: saved.id })
    },
  })
  return (
    <Page title={item ? '修改商品' : '添加商品'} footer={<SaveBar editor={editor} />}>
      {item && <ItemStock item={item} onChanged={items.put} />}
      <ItemFields editor={editor} />
    </Page>
  )
}

export default ItemFormPage
