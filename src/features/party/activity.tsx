import { useRouter } from '@tarojs/taro'
import { useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Loaded } from '@/ui/loaded'
import { OnlyResidents } from '@/ui/only-residents'
import { Page } from '@/ui/page'
import { actsOf } from './acts'
import { ActivityFooter } from './parts/activity-footer'
import { HeadCard } from './parts/head-card'
import { MineCard } from './parts/mine-card'
import { NotRegistered } from './parts/not-registered'
import { RuleCard } from './parts/rule-card'
import './party.css'

/** One activity: when, where, what to bring, and how I stand to it. Query: `id`. */
const ActivityPage = () => {
  const activityId = useRouter().params['id']
  const isResident = useSession((session) => Boolean(session.me?.residency))
  const query = useQuery('party.activity', activityId && isResident ? { activityId } : null)
  const registered = query.failure?.code !== 'FORBIDDEN'
  const activity = registered ? query.data : null
  const acts = activity && actsOf(activity)
  return (
    <Page
      title="活动"
      refresh={query.reload}
      footer={
        activity &&
        acts &&
        (acts.main ?? acts.why ?? (acts.mayLeave || null)) && (
          <ActivityFooter activity={activity} acts={acts} query={query} />
        )
      }
    >
      <OnlyResidents
        what="活动"
        why="活动是为住在社区的党员办的。"
        without="每月 10 日，党员就近参加社区活动"
      >
        {registered ? (
          <Loaded query={query}>
            {(shown) => (
              <>
                <HeadCard activity={shown} />
                <MineCard activity={shown} />
                <RuleCard activity={shown} />
              </>
            )}
          </Loaded>
        ) : (
          <NotRegistered />
        )}
      </OnlyResidents>
    </Page>
  )
}

export default ActivityPage
