import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Tappable } from '@/ui/tappable'
import { TextBox } from '@/ui/text-box'

interface Props {
  /** What a line is called, e.g. 议题. */
  what: string
  lines: readonly string[]
  most: number
  /** Letters in one line. */
  maxLength: number
  onChange: (lines: string[]) => void
}

/** Letters that a field of one line shows on a phone, more or less; longer ones get a field that grows. */
const oneLine = 100

/** Some lines of text, each with a way to take it out, and one to add another. */
export const LinesEditor = ({ what, lines, most, maxLength, onChange }: Props) => (
  <View className="lines">
    {lines.map((line, index) => (
      <View key={index} className="line-row">
        <View className="grow">
          <TextBox
            label={`${what} ${index + 1}`}
            placeholder={`第 ${index + 1} 条`}
            multiline={maxLength > oneLine}
            maxLength={maxLength}
            value={line}
            onChange={(text) => onChange(lines.map((old, at) => (at === index ? text : old)))}
          />
        </View>
        <Tappable
          className="line-remove"
          label={`去掉${what} ${index + 1}`}
          onTap={() => onChange(lines.filter((_, at) => at !== index))}
        >
          <Icon name="trash-2" size="s" />
        </Tappable>
      </View>
    ))}
    {lines.length < most && (
      <View className="row">
        <Button small look="soft" icon="plus" text={`加一条${what}`} onTap={() => onChange([...lines, ''])} />
      </View>
    )}
  </View>
)
