import { useEffect } from 'react'
import type { Output } from '@contract/index'
import { open } from '@/services/go'
import { usePrefs } from '@/services/prefs'
import { useSession, workCommunity } from '@/services/session'
import { setUnread } from '@/services/unread'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Cards } from './parts/cards'
import { ElderHome } from './parts/elder-home'
import { Place } from './parts/place'
import './home.css'

type Shown = Output<'home.show'>

/** What concerns me now: where to go, what I asked, what I have. A guest sees the community. */
const Home = () => {
  const elder = usePrefs((prefs) => prefs.elder)
  const communityId = useLookedAtCommunity()
  const query = useQuery('home.show', communityId ? { communityId } : {})
  useTellUnread(query.data)
  return (
    <Page
      title="近邻"
      tab
      refresh={query.reload}
      footer={
        !elder && (
          <Button
            icon="plus"
            text="反映问题"
            label="反映问题，随手拍"
            onTap={() => open('report', { kind: 'report' })}
          />
        )
      }
    >
      <Loaded query={query}>
        {(shown) => (
          <>
            <Place shown={shown} />
            {elder ? (
              <ElderHome shown={shown} />
            ) : (
              <Cards shown={shown} onJoined={(nextMeeting) => query.show({ ...shown, nextMeeting })} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** Residents see their own; the others what they chose, staff else where they work. */
const useLookedAtCommunity = (): string | null => {
  const session = useSession()
  if (session.me?.residency) return null
  return session.guestCommunityId ?? workCommunity(session)?.id ?? null
}

/** 我的 says the same number without asking. */
const useTellUnread = (shown: Shown | null) => {
  const unread = shown?.unread ?? null
  useEffect(() => {
    if (unread !== null) setUnread(unread)
  }, [unread])
}

export default Home
