import { useState } from 'react'
import { View } from '@tarojs/components'
import { oneLine } from '@/services/text'
import { Choices } from '@/ui/choices'
import { Field } from '@/ui/form'
import { Confirm } from '@/ui/sheet'
import type { Change } from '../use-territory'
import { gridsOf, type Grid, type Tree } from '../words'
import { ReasonInput } from './sheet-fields'
import { useSheet } from './use-sheet'

interface Props {
  change: Change
  onClose: () => void
}

/** Closes a place; nothing of it is lost, and nothing can be chosen there any more. */
export const ClosePlaceSheet = ({ one, change, onClose }: Props & { one: { id: string; name: string } }) => {
  const [reason, setReason] = useState('')
  const { trouble, send } = useSheet(onClose)
  const close = () =>
    send(oneLine(reason) === '' ? '请写原因' : null, () =>
      change('territory.closePlace', { id: one.id, reason: oneLine(reason) }, '停用了'),
    )
  return (
    <Confirm
      open
      title={`停用「${one.name}」？`}
      yes="停用"
      no="先不停"
      danger
      onYes={close}
      onClose={onClose}
    >
      <View className="t-break">停用后不能再选它。以前的诉求和记录都在，下面还有在用的就不能停。</View>
      <View className="mt-3">
        <ReasonInput value={reason} onChange={setReason} />
      </View>
      {trouble && <View className="field-error">{trouble}</View>}
    </Confirm>
  )
}

/** Closes a grid: its buildings go into another one of its layer, or are left without. */
export const CloseGridSheet = ({ tree, grid, change, onClose }: Props & { tree: Tree; grid: Grid }) => {
  const [into, setInto] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { trouble, send } = useSheet(onClose)
  const others = gridsOf(tree, grid.layer).filter(({ id }) => id !== grid.id)
  const isAsked = grid.buildings > 0
  const wrong = () => {
    if (isAsked && into === null) return '请选楼栋去哪里'
    return oneLine(reason) === '' ? '请写原因' : null
  }
  const close = () =>
    send(wrong(), () =>
      change(
        'territory.closeGrid',
        { gridId: grid.id, intoGridId: into || null, reason: oneLine(reason) },
        into ? '合并好了' : '撤销了',
      ),
    )
  return (
    <Confirm
      open
      title={`合并或撤销「${grid.name}」`}
      yes={into ? '合并' : '撤销'}
      no="先不动"
      danger
      onYes={close}
      onClose={onClose}
    >
      {isAsked && (
        <Field label={`它的 ${grid.buildings} 栋楼去哪里`}>
          <Choices
            label="楼栋去哪里"
            value={into ?? 'none'}
            options={[
              ...others.map(({ id, name }) => ({ value: id, text: `并入${name}` })),
              { value: '', text: '先不进网格' },
            ]}
            onChange={setInto}
          />
        </Field>
      )}
      <ReasonInput value={reason} onChange={setReason} />
      {trouble && <View className="field-error">{trouble}</View>}
    </Confirm>
  )
}
