import { useRouter } from '@tarojs/taro'
import { useQuery } from '@/services/use-query'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { MinutesBar } from './staff/minutes-bar'
import { MinutesFields } from './staff/minutes-fields'
import type { Minutes } from './staff/minutes-draft'
import { useMinutes } from './staff/use-minutes'
import './meetings.css'
import './staff/staff.css'

/** Writes the minutes of a meeting and shows them to everybody. Query: `id` of the meeting. */
const MinutesPage = () => {
  const { id } = useRouter().params
  const query = useQuery('meetings.minutes', id ? { meetingId: id } : null)
  if (id && query.data) {
    return (
      <Writing
        key={id}
        meetingId={id}
        minutes={query.data.minutes}
        onSaved={(minutes) => query.show({ minutes })}
        reload={query.reload}
      />
    )
  }
  return (
    <Page title="会议纪要">
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}

interface Props {
  meetingId: string
  minutes: Minutes | null
  onSaved: (minutes: Minutes) => void
  reload: () => Promise<void>
}

const Writing = (props: Props) => {
  const work = useMinutes(props)
  return (
    <Page title="会议纪要" wide footer={<MinutesBar work={work} />}>
      <MinutesFields work={work} />
    </Page>
  )
}

export default MinutesPage
