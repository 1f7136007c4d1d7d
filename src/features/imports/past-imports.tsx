import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Icon } from '@/ui/icon'
import { Empty } from '@/ui/state'
import { Tappable } from '@/ui/tappable'
import type { ImportSummary } from './run-to'
import { kindWords, stateTones, stateWords, summaryOf } from './words'

interface Props {
  imports: ImportSummary[]
  /** The one that is shown beside the list. */
  shownId: string | null
  onTap: (id: string) => void
}

/** What was imported before, the latest first; each can be looked at, gone on with and undone. */
export const PastImports = ({ imports, shownId, onTap }: Props) => (
  <Card title="以前的导入">
    {imports.length === 0 && (
      <Empty icon="file-spreadsheet" title="还没有导入过" note="导入后可以在这里查看和撤销" />
    )}
    {imports.map((one) => (
      <Tappable
        key={one.id}
        className={`past ${one.id === shownId ? 'is-on' : ''}`}
        label={`${one.fileName}，${stateWords[one.state]}`}
        onTap={() => onTap(one.id)}
      >
        <View className="grow">
          <View className="t-break">{one.fileName}</View>
          <View className="t-note">
            {kindWords[one.kind]} · {sayMoment(one.stagedAt)}
          </View>
          <View className="t-note">{summaryOf(one)}</View>
          <View className="row-wrap mt-1">
            <Chip text={stateWords[one.state]} tone={stateTones[one.state]} />
          </View>
        </View>
        <View className="past-chevron">
          <Icon name="chevron-right" size="s" />
        </View>
      </Tappable>
    ))}
  </Card>
)
