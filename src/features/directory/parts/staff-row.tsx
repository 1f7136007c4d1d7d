import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { open } from '@/services/go'
import { movedIds, type StaffEntry } from '../words'

interface Props {
  entry: StaffEntry
  entries: readonly StaffEntry[]
  busy: boolean
  onOrder: (entryIds: string[]) => unknown
  onTakeDown: () => void
}

/** An entry for those who keep it. */
export const StaffRow = ({ entry, entries, busy, onOrder, onTakeDown }: Props) => {
  const { id, placeId, name, about, address, hours, phone, agreedAt } = entry
  const [up, down] = [movedIds(entries, id, -1), movedIds(entries, id, 1)]
  return (
    <View className="entry-staff">
      <View className="t-strong t-break">{name}</View>
      <View className="t-break num">{phone}</View>
      <View className="t-note t-break">
        {[about, hours, address, agreedAt && '本人同意公开'].filter(Boolean).join(' · ')}
      </View>
      <View className="row-wrap mt-2">
        <Button
          small
          look="soft"
          text="修改"
          label={`修改 ${name}`}
          onTap={() => open('directoryForm', { place: placeId, id })}
        />
        {up && (
          <Button
            small
            look="plain"
            text="上移"
            label={`上移 ${name}`}
            disabled={busy}
            onTap={() => onOrder(up)}
          />
        )}
        {down && (
          <Button
            small
            look="plain"
            text="下移"
            label={`下移 ${name}`}
            disabled={busy}
            onTap={() => onOrder(down)}
          />
        )}
        <Button small look="plain" text="撤下" label={`撤下 ${name}`} onTap={onTakeDown} />
      </View>
    </View>
  )
}
