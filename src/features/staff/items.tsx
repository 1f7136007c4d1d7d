import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { open } from '@/services/go'
import { useWide } from '@/services/platform/wide'
import { useSession, workCommunity } from '@/services/session'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Desk, DeskColumn } from '@/ui/desk'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { ItemList } from './item-list'
import { ItemPane } from './item-pane'
import { useStaffItems } from './use-staff-items'
import './staff.css'

/** The item in the right column: an id, a new one, or none chosen yet. */
type Shown = { id: string } | 'new' | null

/** 商品管理: the list; at a desk with the item beside it, on a phone with a page of its own. */
const ItemsPage = () => {
  const community = useSession(workCommunity)
  const wide = useWide()
  const items = useStaffItems(community?.id ?? null)
  const [shown, setShown] = useState<Shown>(null)
  const show = (id: string) => {
    if (!wide) return open('itemForm', { id })
    setShown({ id })
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const add = () => (wide ? setShown('new') : open('itemForm'))
  const shownId = shown !== null && shown !== 'new' ? shown.id : null
  return (
    <Page
      title="商品管理"
      wide
      refresh={items.query.reload}
      footer={!wide && <Button icon="plus" text="添加商品" onTap={add} />}
    >
      <Desk>
        <DeskColumn list>
          {wide && <DeskHead name={community?.name ?? ''} add={add} />}
          <Loaded query={items.query}>
            {(data) => <ItemList items={data.items} shownId={wide ? shownId : null} onTap={show} add={add} />}
          </Loaded>
        </DeskColumn>
        {wide && (
          <DeskColumn>
            {shown === null || !community ? (
              <Card>
                <Empty icon="package" title="选一件商品" note="在左边点一件，就能在这里补货和修改" />
              </Card>
            ) : (
              <ItemPane
                key={`${community.id} ${shownId ?? 'new'}`}
                communityId={community.id}
                items={items}
                itemId={shownId}
                onSaved={({ id }) => setShown({ id })}
              />
            )}
          </DeskColumn>
        )}
      </Desk>
    </Page>
  )
}

const DeskHead = ({ name, add }: { name: string; add: () => void }) => (
  <View className="desk-head">
    <View className="t-title grow">{name}</View>
    <Button small icon="plus" text="添加商品" onTap={add} />
  </View>
)

export default ItemsPage
