import { useState } from 'react'
import { View } from '@tarojs/components'
import { oneLine } from '@/services/text'
import { Confirm } from '@/ui/sheet'
import type { Change } from '../use-territory'
import { layerWords, type Grid, type Layer, type Tree } from '../words'
import { BuildingChoices } from './building-choices'
import { NameInput, ReasonInput } from './sheet-fields'
import { useSheet } from './use-sheet'

interface Props {
  tree: Tree
  change: Change
  onClose: () => void
}

/** A new grid out of some buildings, which leave the ones that they were in: so a grid is split. */
export const AddGridSheet = ({ tree, layer, change, onClose }: Props & { layer: Layer }) => {
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [buildingIds, setBuildingIds] = useState<string[]>([])
  const { trouble, send } = useSheet(onClose)
  const wrong = () => {
    if (oneLine(name) === '') return '请写名称'
    return oneLine(reason) === '' ? '请写原因' : null
  }
  const add = () =>
    send(wrong(), () =>
      change(
        'territory.addGrid',
        { layer, name: oneLine(name), buildingIds, reason: oneLine(reason) },
        '网格划好了',
      ),
    )
  return (
    <Confirm open title={`新增${layerWords[layer].text}`} yes="新增" no="取消" onYes={add} onClose={onClose}>
      <View className="t-note">选中的楼栋从原来的{layerWords[layer].text}划出，另一层网格不动。</View>
      <View className="mt-3">
        <NameInput placeholder="如 第四网格" value={name} onChange={setName} />
        <BuildingChoices tree={tree} layer={layer} chosen={buildingIds} onChange={setBuildingIds} />
        <ReasonInput value={reason} onChange={setReason} />
      </View>
      {trouble && <View className="field-error">{trouble}</View>}
    </Confirm>
  )
}

/** Buildings that come into a grid out of the others of its layer. */
export const MoveInSheet = ({ tree, grid, change, onClose }: Props & { grid: Grid }) => {
  const [reason, setReason] = useState('')
  const [buildingIds, setBuildingIds] = useState<string[]>([])
  const { trouble, send } = useSheet(onClose)
  const wrong = () => {
    if (buildingIds.length === 0) return '请选楼栋'
    return oneLine(reason) === '' ? '请写原因' : null
  }
  const move = () =>
    send(wrong(), () =>
      change(
        'territory.moveBuildings',
        { layer: grid.layer, gridId: grid.id, buildingIds, reason: oneLine(reason) },
        '划进来了',
      ),
    )
  return (
    <Confirm open title={`划楼栋进「${grid.name}」`} yes="划进来" no="取消" onYes={move} onClose={onClose}>
      <BuildingChoices
        tree={tree}
        layer={grid.layer}
        without={grid.id}
        chosen={buildingIds}
        onChange={setBuildingIds}
      />
      <ReasonInput value={reason} onChange={setReason} />
      {trouble && <View className="field-error">{trouble}</View>}
    </Confirm>
  )
}
