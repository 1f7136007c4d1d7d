import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { open } from '@/services/go'
import { goBeside, useRowKeys } from '@/services/platform/row-keys'
import { useWide } from '@/services/platform/wide'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Desk, DeskColumn } from '@/ui/desk'
import { Select } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { WorkCommunity } from '@/ui/work-community'
import { AddPlaceSheet } from './parts/add-place-sheet'
import { AddGridSheet } from './parts/grid-sheet'
import { GridList, PlaceList } from './parts/lists'
import { Pane } from './parts/pane'
import { useTerritory, type Change } from './use-territory'
import type { Layer, Tree } from './words'
import './territory.css'

type Shown = 'places' | Layer

const views: readonly { value: Shown; text: string }[] = [
  { value: 'places', text: '楼栋' },
  { value: 'governance', text: '治理网格' },
  { value: 'construction', text: '建管网格' },
]

/** 网格与楼栋: the places and the two layers of grids; at a desk with what is chosen beside them. */
const TreePage = () => {
  const { query, community, change } = useTerritory()
  const wide = useWide()
  const [view, setView] = useState<Shown>('places')
  const [shownId, setShownId] = useState<string | null>(null)
  const show = (id: string) => {
    if (!wide) return open('territoryPlace', { id })
    setShownId(id)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    goBeside('.desk-column')
  }
  useRowKeys('.territory-item', () => setShownId(null))
  if (!community) {
    return (
      <Page title="网格与楼栋">
        <Card>
          <Empty icon="map-pin" title="这里给工作人员用" note="登录后，就能看网格和楼栋" />
        </Card>
      </Page>
    )
  }
  return (
    <Page title="网格与楼栋" wide refresh={query.reload}>
      <Desk>
        <DeskColumn list>
          <View className="territory-top">
            <View className="row">
              <View className="t-title grow">{community.name}</View>
              <WorkCommunity />
            </View>
            <Select label="看哪些" value={view} options={views} onChange={setView} />
          </View>
          <Loaded query={query}>
            {(tree) => <List {...{ tree, view, change, onTap: show, shownId: wide ? shownId : null }} />}
          </Loaded>
        </DeskColumn>
        {wide && (
          <DeskColumn>
            {query.data && shownId ? (
              <Pane key={shownId} tree={query.data} id={shownId} change={change} />
            ) : (
              <Card>
                <Empty
                  icon="map-pin"
                  title="选一栋楼或一个网格"
                  note="在左边点一个，这里看单元、网格和变更记录。键盘：↑ ↓ 选，回车打开，Esc 返回"
                />
              </Card>
            )}
          </DeskColumn>
        )}
      </Desk>
    </Page>
  )
}

interface ListProps {
  tree: Tree
  view: Shown
  change: Change
  shownId: string | null
  onTap: (id: string) => void
}

const List = ({ tree, view, change, shownId, onTap }: ListProps) => {
  const [adding, setAdding] = useState(false)
  const close = () => setAdding(false)
  const text = view === 'places' ? '新增小区' : '新增网格'
  return (
    <>
      {tree.mayEdit && (
        <View className="territory-add">
          <Button small look="soft" icon="plus" text={text} onTap={() => setAdding(true)} />
        </View>
      )}
      {view === 'places' ? (
        <PlaceList tree={tree} shownId={shownId} onTap={onTap} />
      ) : (
        <GridList tree={tree} layer={view} shownId={shownId} onTap={onTap} />
      )}
      {adding && view === 'places' && (
        <AddPlaceSheet kind="compound" parent={null} change={change} onClose={close} />
      )}
      {adding && view !== 'places' && (
        <AddGridSheet tree={tree} layer={view} change={change} onClose={close} />
      )}
    </>
  )
}

export default TreePage
