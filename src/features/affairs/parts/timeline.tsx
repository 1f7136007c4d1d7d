import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Card } from '@/ui/card'
import type { TimelineRow } from './case-types'
import { PhotoStrip } from '@/ui/photos/photo-strip'
import { eventWords } from './timeline-words'

/** What happened, the latest first. */
export const Timeline = ({ rows }: { rows: TimelineRow[] }) => (
  <Card title="办理经过">
    <View className="timeline">
      {newestFirst(rows).map((row, index) => (
        <View key={`${row.at} ${row.event} ${index}`} className="timeline-row">
          <View className={index === 0 ? 't-strong' : ''}>{eventWords(row)}</View>
          {row.text && <View className="timeline-text t-break case-text">{row.text}</View>}
          <PhotoStrip urls={row.photoUrls} what="答复的照片" />
          <View className="t-tiny">{sayMoment(row.at)}</View>
        </View>
      ))}
    </View>
  </Card>
)

const newestFirst = (rows: TimelineRow[]): TimelineRow[] =>
  (rows[0]?.at ?? '') <= (rows.at(-1)?.at ?? '') ? [...rows].reverse() : rows
