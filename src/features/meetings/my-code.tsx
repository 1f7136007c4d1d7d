import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useSession } from '@/services/session'
import { usePolling } from '@/services/use-polling'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { OnlyResidents } from '@/ui/only-residents'
import { Page } from '@/ui/page'
import { RotatingQr } from '@/ui/rotating-qr'
import { CheckedIn } from './parts/checked-in'
import { sayWhen } from './words'
import './meetings.css'

/** Milliseconds between two questions: the code has minutes in hand, and the door is not a counter. */
const everyMs = 8000

/**
 * The code that I show at the door; it changes by itself. Whoever has moved away has that of the sign-up. Query: `id`
 * of the meeting.
 */
const MyCode = () => {
  const { id } = useRouter().params
  const isMember = useSession(({ me }) => me !== null)
  const isResident = useSession(({ me }) => Boolean(me?.residency))
  const input = id && isMember ? { meetingId: id } : null
  const meeting = useQuery('meetings.meeting', input)
  const done = meeting.data?.signUp?.state === 'attended'
  const code = useQuery('meetings.myCode', done ? null : input)
  const refresh = async () => void (await Promise.all([meeting.reload(), code.reload()]))
  usePolling(refresh, !done, everyMs)
  return (
    <Page title="我的签到码" refresh={refresh}>
      <OnlyMembers title="登录后看你的签到码" note="不登录也可以看有哪些会">
        {!isResident && code.failure?.code === 'NOT_FOUND' ? (
          <OnlyResidents what="你的签到码" why="没有报名的，住户才有签到码。" />
        ) : done && meeting.data ? (
          <CheckedIn meetingId={meeting.data.id} title={meeting.data.title} />
        ) : (
          <Loaded query={code}>
            {({ steps }) => (
              <Card>
                <View className="code-page">
                  <View className="t-title t-break">{meeting.data?.title ?? '签到码'}</View>
                  {meeting.data && <View className="t-note">{sayWhen(meeting.data)}</View>}
                  <View className="code-page-qr">
                    <RotatingQr
                      steps={steps}
                      alt="我的签到二维码"
                      whenStale={['二维码要联网才能更新', '也可以报姓名，请工作人员登记']}
                      note={(seconds) => `${seconds} 秒后自动更新，截图无效`}
                    />
                  </View>
                  <View className="mt-3">给门口的工作人员扫一扫</View>
                </View>
              </Card>
            )}
          </Loaded>
        )}
      </OnlyMembers>
    </Page>
  )
}

export default MyCode
