import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { isOver, sayAudience, sayWindow, type Meeting } from '../words'
import { addToCalendar, calendarNote } from './calendar'

/** The small print, and the way into the phone's own calendar. */
export const FactsCard = ({ meeting }: { meeting: Meeting }) => {
  const ahead = meeting.state === 'open' && !isOver(meeting)
  const remember = async () => {
    const outcome = await addToCalendar(meeting)
    if (outcome === 'added') toast('已加到日历，开会前一天提醒你')
    else if (outcome === 'refused') toast('没有加上。请在微信的设置里允许使用日历')
    else if (outcome !== 'saved') toast(sentenceOf(outcome))
  }
  return (
    <Card>
      <List>
        <Cell icon="users-round" title={sayAudience(meeting.audience)} note="谁可以来" />
        {ahead && <Cell icon="calendar-clock" title={sayWindow(meeting)} note="报名时间" />}
        {ahead && meeting.householdLimit !== null && (
          <Cell
            icon="house"
            title={`每户最多 ${meeting.householdLimit} 人`}
            note="名额有限，请留给更多邻居"
          />
        )}
        {ahead && <Cell icon="bell" title="加到日历" note={calendarNote} onTap={() => void remember()} />}
      </List>
    </Card>
  )
}
