import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { ShareButton } from '@/ui/share-button'
import { isOver, sayWhen, seatWords, templateWords, type Meeting } from '../words'

/** What, when, where, and whether there is room. */
export const HeadCard = ({ meeting }: { meeting: Meeting }) => {
  const seats = seatWords(meeting)
  const called = meeting.state === 'called_off'
  return (
    <>
      {called && (
        <Card tone="bad" title="这场会取消了">
          <View className="t-break">{meeting.calledOffBecause}</View>
        </Card>
      )}
      <Card>
        <View className="t-title t-break">{meeting.title}</View>
        <View className="mt-1">{sayWhen(meeting)}</View>
        <View className="t-note t-break">{meeting.venue}</View>
        <View className="row-wrap mt-3">
          {!called && <Chip text={seats.text} tone={seats.tone} />}
          {!called && !isOver(meeting) && meeting.waiting > 0 && <Chip text={`${meeting.waiting} 人候补`} />}
          <Chip text={`共 ${meeting.capacity} 座`} />
          <Chip text={templateWords[meeting.template]} />
        </View>
        {meeting.note && <View className="mt-3 t-break meeting-text">{meeting.note}</View>}
        {!called && !isOver(meeting) && <ShareButton />}
      </Card>
    </>
  )
}
