import { useSession, workCommunity } from '@/services/session'
import { Page } from '@/ui/page'
import { HouseholdPane } from './staff/household-pane'
import './residency.css'
import './staff/staff.css'

/** 按户查: one door, on a phone. */
const HouseholdPage = () => {
  const community = useSession(workCommunity)
  return <Page title="按户查">{community && <HouseholdPane communityId={community.id} />}</Page>
}

export default HouseholdPage
