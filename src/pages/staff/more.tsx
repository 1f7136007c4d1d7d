import type { Output } from '@contract/index'
import { sayClock } from '@/services/format'
import { open } from '@/services/go'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'

type Meetings = NonNullable<Output<'home.work'>['meetingsToday']>

/** What is on today, each leading to its host's screen. */
export const MeetingsToday = ({ meetings }: { meetings: Meetings }) => (
  <Card title="今天的会">
    <List>
      {meetings.map(({ id, title, venue, startsAt, endsAt, seatsTaken, capacity }) => (
        <Cell
          key={id}
          icon="calendar-clock"
          title={`${sayClock(startsAt)}–${sayClock(endsAt)} ${title}`}
          note={`${venue} · ${seatsTaken} / ${capacity} 人`}
          onTap={() => open('meetingHost', { id })}
        />
      ))}
    </List>
  </Card>
)

/** What others do not see yet because somebody has to look at it. @param several it is counted over communities */
export const Reviews = ({ waiting, several }: { waiting: number; several: boolean }) => (
  <Card>
    <List>
      <Cell
        icon="shield-check"
        title="内容审核"
        note={waiting > 0 ? `${several ? '各社区共 ' : ''}${waiting} 条等你看` : '没有等你看的'}
        onTap={() => open('contentReview')}
      />
    </List>
  </Card>
)

/** The other things that a community's worker does. */
export const OtherWork = () => (
  <Card>
    <List>
      <Cell
        icon="users-round"
        title="恳谈日"
        note="安排、签到、写纪要"
        onTap={() => open('meetingsManage')}
      />
      <Notices />
      <Numbers />
      <Cell
        icon="file-spreadsheet"
        title="导入表格"
        note="居民花名册、商品清单"
        onTap={() => open('imports')}
      />
      <Cell icon="scroll" title="导出表格" note="隐去号码的 xlsx" onTap={() => open('exports')} />
    </List>
  </Card>
)

/** What a community tells its residents, or a street all of them. */
export const Notices = () => (
  <Cell icon="megaphone" title="公示通知" note="发布、撤下，首页看得到" onTap={() => open('noticesManage')} />
)

/** The numbers that people can call: of the community, or of the street. */
export const Numbers = () => (
  <Cell
    icon="book-open"
    title="便民电话"
    note="添加、修改、排序、撤下"
    onTap={() => open('directoryManage')}
  />
)
