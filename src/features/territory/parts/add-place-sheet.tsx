import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { oneLine } from '@/services/text'
import { Field, Stepper } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import type { Change } from '../use-territory'
import { kindWords, type PlaceKind } from '../words'
import { NameInput } from './sheet-fields'
import { useSheet } from './use-sheet'

interface Props {
  kind: PlaceKind
  /** Under what; null: the community itself. */
  parent: { id: string; name: string } | null
  change: Change
  onClose: () => void
}

const examples: Record<PlaceKind, string> = {
  area: '如 北片',
  compound: '如 平安花园',
  building: '如 21 号楼',
  unit: '如 4 单元',
}

/** A new place, and where it will lie. */
export const AddPlaceSheet = ({ kind, parent, change, onClose }: Props) => {
  const [name, setName] = useState('')
  const [units, setUnits] = useState(3)
  const { trouble, send } = useSheet(onClose)
  const what = kindWords[kind]
  const add = () =>
    send(oneLine(name) === '' ? '请写名称' : null, () =>
      change(
        'territory.addPlace',
        { kind, parentId: parent?.id ?? null, name: oneLine(name), units: kind === 'building' ? units : 0 },
        `加好了，${what}已经可以选`,
      ),
    )
  return (
    <Confirm open title={`新增${what}`} yes="新增" no="取消" onYes={add} onClose={onClose}>
      {parent && <View className="t-note">加在「{parent.name}」里</View>}
      <View className="mt-3">
        <NameInput placeholder={examples[kind]} value={name} onChange={setName} />
        {kind === 'building' && (
          <Field label="单元数" hint={`1 单元到 ${units} 单元`}>
            <Stepper label="单元数" value={units} min={0} max={limits.territory.units} onChange={setUnits} />
          </Field>
        )}
      </View>
      {trouble && <View className="field-error">{trouble}</View>}
    </Confirm>
  )
}
