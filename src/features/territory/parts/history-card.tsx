import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { historyWords } from '../words'

/** What became of one place or grid: who did what, when and why; also which grids a building was in before. */
export const HistoryCard = ({ communityId, id }: { communityId: string; id: string }) => {
  const query = useQuery('territory.history', { communityId, id })
  return (
    <Loaded query={query}>
      {({ kind, rows }) => (
        <Card title="变更记录">
          {rows.length === 0 && <View className="t-note">还没有变更</View>}
          {rows.map((row, index) => (
            <View key={index} className="territory-row">
              <View className="t-break">{historyWords(row, kind)}</View>
              <View className="t-note t-break">
                {sayMoment(row.at)} · {row.by}
                {row.reason && ` · ${row.reason}`}
              </View>
            </View>
          ))}
        </Card>
      )}
    </Loaded>
  )
}
