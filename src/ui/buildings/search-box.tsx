import { View } from '@tarojs/components'
import { Button } from '../button'
import { liveProps } from '../aria'
import { TextBox } from '../text-box'

interface Props {
  value: string
  onChange: (text: string) => void
  /** Enter: takes the first that was found. */
  onDone?: () => void
}

/** Finds a building by its number or its name. */
export const SearchBox = ({ value, onChange, onDone }: Props) => (
  <TextBox
    label="找楼栋"
    placeholder="输楼号或楼名，如 7、七号楼"
    maxLength={20}
    value={value}
    onChange={onChange}
    {...(onDone ? { onDone } : {})}
  />
)

/** Nothing has that name: what to do about it. */
export const NotFound = ({ text, onClear }: { text: string; onClear: () => void }) => (
  <View className="buildings-none" {...liveProps}>
    <View className="t-strong t-break">没有找到「{text.trim()}」</View>
    <View className="t-note mt-1">换个写法试试，如 7 或 七号楼。名单里真没有，请告诉社区补上。</View>
    <View className="row-wrap mt-3">
      <Button small look="soft" text="看全部楼栋" onTap={onClear} />
    </View>
  </View>
)
