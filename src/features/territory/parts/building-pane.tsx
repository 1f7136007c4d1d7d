import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { sayBuilding } from '@/ui/case-words'
import { Chip } from '@/ui/chip'
import { Loaded } from '@/ui/loaded'
import type { Change } from '../use-territory'
import { compoundOf, layers, layerWords, type Building, type Layer, type Tree } from '../words'
import { AddPlaceSheet } from './add-place-sheet'
import { ClosePlaceSheet } from './close-sheet'
import { MoveSheet } from './move-sheet'
import { RenameSheet } from './rename-sheet'

interface Props {
  tree: Tree
  building: Building
  change: Change
}

type Asking = 'rename' | 'close' | 'unit' | Layer

/** A building: its grids, its units, and what can be done with it. */
export const BuildingPane = ({ tree, building, change }: Props) => {
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = () => setAsking(null)
  const say = sayBuilding(building.name)
  return (
    <>
      <Card>
        <View className="t-note">{compoundOf(tree, building)}</View>
        <View className="t-title t-break">{say}</View>
        {layers.map((layer) => (
          <View key={layer} className="row territory-row">
            <View className="grow">
              <View className="t-note">{layerWords[layer].text}</View>
              <View className="t-break">
                {tree.grids.find(({ id }) => id === building.grids[layer])?.name ?? '没进网格'}
              </View>
            </View>
            {tree.mayEdit && (
              <Button
                small
                look="soft"
                text="换网格"
                label={`换${layerWords[layer].text}`}
                onTap={() => setAsking(layer)}
              />
            )}
          </View>
        ))}
        {tree.mayEdit && (
          <View className="row-wrap mt-3">
            <Button small look="plain" text="改名" onTap={() => setAsking('rename')} />
            <Button small look="plain" text="停用" onTap={() => setAsking('close')} />
          </View>
        )}
      </Card>
      <Units tree={tree} building={building} onAdd={() => setAsking('unit')} />
      {asking === 'rename' && <RenameSheet one={building} change={change} onClose={close} />}
      {asking === 'close' && <ClosePlaceSheet one={building} change={change} onClose={close} />}
      {asking === 'unit' && (
        <AddPlaceSheet kind="unit" parent={{ id: building.id, name: say }} change={change} onClose={close} />
      )}
      {(asking === 'governance' || asking === 'construction') && (
        <MoveSheet tree={tree} building={building} layer={asking} change={change} onClose={close} />
      )}
    </>
  )
}

const Units = ({ tree, building, onAdd }: { tree: Tree; building: Building; onAdd: () => void }) => {
  const query = useQuery('territory.units', { communityId: tree.communityId, buildingId: building.id })
  return (
    <Loaded query={query}>
      {({ units }) => (
        <Card title={`单元（${units.length}）`}>
          {units.length === 0 && <View className="t-note">不分单元</View>}
          <View className="row-wrap">
            {units.map(({ id, name }) => (
              <Chip key={id} text={name} />
            ))}
          </View>
          {tree.mayEdit && (
            <View className="row-wrap mt-3">
              <Button small look="soft" icon="plus" text="加一个单元" onTap={onAdd} />
            </View>
          )}
        </Card>
      )}
    </Loaded>
  )
}
