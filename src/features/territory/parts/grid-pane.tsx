import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { sayBuilding } from '@/ui/case-words'
import { Chip } from '@/ui/chip'
import type { Change } from '../use-territory'
import { buildingsIn, compoundOf, layerWords, type Grid, type Tree } from '../words'
import { CloseGridSheet } from './close-sheet'
import { MoveInSheet } from './grid-sheet'
import { RenameSheet } from './rename-sheet'

interface Props {
  tree: Tree
  grid: Grid
  change: Change
}

/** A grid: its buildings by compound, and what can be done with it. */
export const GridPane = ({ tree, grid, change }: Props) => {
  const [asking, setAsking] = useState<'rename' | 'close' | 'move' | null>(null)
  const close = () => setAsking(null)
  const buildings = buildingsIn(tree, grid)
  const compounds = [...new Set(buildings.map((one) => compoundOf(tree, one)))]
  return (
    <>
      <Card>
        <Chip {...layerWords[grid.layer]} />
        <View className="t-title mt-1 t-break">{grid.name}</View>
        <View className="t-note">{grid.buildings} 栋楼</View>
        {buildings.length === 0 && <View className="mt-3">还没有楼栋。</View>}
        {compounds.map((name) => (
          <View key={name} className="territory-row">
            <View className="t-note">{name}</View>
            <View className="row-wrap mt-1">
              {buildings
                .filter((one) => compoundOf(tree, one) === name)
                .map((one) => (
                  <Chip key={one.id} text={sayBuilding(one.name)} />
                ))}
            </View>
          </View>
        ))}
        {tree.mayEdit && (
          <View className="row-wrap mt-3">
            <Button small look="soft" icon="plus" text="划楼栋进来" onTap={() => setAsking('move')} />
            <Button small look="plain" text="改名" onTap={() => setAsking('rename')} />
            <Button small look="plain" text="合并或撤销" onTap={() => setAsking('close')} />
          </View>
        )}
      </Card>
      {asking === 'rename' && <RenameSheet one={grid} change={change} onClose={close} />}
      {asking === 'move' && <MoveInSheet tree={tree} grid={grid} change={change} onClose={close} />}
      {asking === 'close' && <CloseGridSheet tree={tree} grid={grid} change={change} onClose={close} />}
    </>
  )
}
