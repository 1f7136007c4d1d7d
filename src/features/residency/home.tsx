import { useEffect } from 'react'
import { loadMe, useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { HistoryCard } from './parts/history-card'
import { HouseholdCard } from './parts/household-card'
import { RequestCard } from './parts/request-card'
import { WaysCard } from './parts/ways-card'
import './residency.css'

/** 我的住址: what I asked for, where I live and with how many, where I lived. */
const ResidencyPage = () => {
  const me = useSession((session) => session.me)
  const query = useQuery('residency.home', me ? {} : null)
  const { data, reload } = query
  const isNews = data !== null && me !== null && Boolean(data.residence) !== Boolean(me.residency)
  // Staff have decided since this device last asked who I am: the other pages go by that.
  useEffect(() => void (isNews && loadMe()), [isNews])
  return (
    <Page title="我的住址" refresh={reload}>
      <OnlyMembers title="登录后登记住址" note="登记好住址，就能用积分、报名开会">
        <Loaded query={query}>
          {({ request, residence, history }) => (
            <>
              {residence && <HouseholdCard residence={residence} />}
              {request && <RequestCard request={request} reload={reload} />}
              {!residence && <WaysCard request={request} />}
              {history.length > 0 && <HistoryCard history={history} />}
            </>
          )}
        </Loaded>
      </OnlyMembers>
    </Page>
  )
}

export default ResidencyPage
