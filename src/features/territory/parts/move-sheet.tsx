import { useState } from 'react'
import { View } from '@tarojs/components'
import { oneLine } from '@/services/text'
import { sayBuilding } from '@/ui/case-words'
import { Choices } from '@/ui/choices'
import { Field } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import type { Change } from '../use-territory'
import { gridsOf, layerWords, type Building, type Layer, type Tree } from '../words'
import { ReasonInput } from './sheet-fields'
import { useSheet } from './use-sheet'

interface Props {
  tree: Tree
  building: Building
  layer: Layer
  change: Change
  onClose: () => void
}

/** Another grid of a layer for one building, or none. */
export const MoveSheet = ({ tree, building, layer, change, onClose }: Props) => {
  const now = building.grids[layer]
  const [gridId, setGridId] = useState(now ?? '')
  const [reason, setReason] = useState('')
  const { trouble, send } = useSheet(onClose)
  const wrong = () => {
    if (gridId === (now ?? '')) return '请选另一个网格'
    return oneLine(reason) === '' ? '请写原因' : null
  }
  const move = () =>
    send(wrong(), () =>
      change(
        'territory.moveBuildings',
        { layer, gridId: gridId || null, buildingIds: [building.id], reason: oneLine(reason) },
        '划好了',
      ),
    )
  return (
    <Confirm
      open
      title={`${sayBuilding(building.name)}的${layerWords[layer].text}`}
      yes="划过去"
      no="取消"
      onYes={move}
      onClose={onClose}
    >
      <Field label="划到哪个网格">
        <Choices
          label="划到哪个网格"
          value={gridId}
          options={[
            ...gridsOf(tree, layer).map(({ id, name }) => ({ value: id, text: name })),
            { value: '', text: '不进网格' },
          ]}
          onChange={setGridId}
        />
      </Field>
      <ReasonInput value={reason} onChange={setReason} />
      {trouble && <View className="field-error">{trouble}</View>}
    </Confirm>
  )
}
