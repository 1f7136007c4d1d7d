import { useState } from 'react'
import { View } from '@tarojs/components'
import { oneLine } from '@/services/text'
import { Confirm } from '@/ui/sheet'
import type { Change } from '../use-territory'
import { NameInput, ReasonInput } from './sheet-fields'
import { useSheet } from './use-sheet'

interface Props {
  one: { id: string; name: string }
  change: Change
  onClose: () => void
}

/** Another name for a place or a grid; the one before stays in the history. */
export const RenameSheet = ({ one, change, onClose }: Props) => {
  const [name, setName] = useState(one.name)
  const [reason, setReason] = useState('')
  const { trouble, send } = useSheet(onClose)
  const wrong = () => {
    if (oneLine(name) === '' || oneLine(name) === one.name) return '请写新的名称'
    return oneLine(reason) === '' ? '请写原因' : null
  }
  const rename = () =>
    send(wrong(), () =>
      change('territory.rename', { id: one.id, name: oneLine(name), reason: oneLine(reason) }, '改好了'),
    )
  return (
    <Confirm open title={`给「${one.name}」改名`} yes="改名" no="取消" onYes={rename} onClose={onClose}>
      <NameInput placeholder="新的名称" value={name} onChange={setName} />
      <ReasonInput value={reason} onChange={setReason} />
      {trouble && <View className="field-error">{trouble}</View>}
    </Confirm>
  )
}
