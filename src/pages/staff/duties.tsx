import type { Role } from '@contract/access'
import { communitiesOf, roleWords } from '@/services/duties'
import { open } from '@/services/go'
import { useSession, type Community, type Me } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Desk, DeskColumn } from '@/ui/desk'
import { Page } from '@/ui/page'
import { Goods } from './goods'
import { Ledger } from './ledger'
import { Pickup } from './pickup'
import { WorkPlace } from './work-place'
import './staff.css'

interface Props {
  community: Community
  roles: Role[]
}

/** The work in one community, by what my roles there allow. */
export const Duties = ({ community, roles }: Props) => {
  const me = useSession((session) => session.me)
  const worker = roles.includes('community_worker')
  const hands = worker || roles.includes('service_steward')
  const input = { communityId: community.id }
  const items = useQuery('points.staffItems', worker ? input : null)
  const ledgers = ledgersFor(community, roles, communitiesOf(me, 'street_staff'))
  return (
    <Page title="工作" tab wide refresh={worker ? items.reload : undefined}>
      <WorkPlace
        community={community}
        street={hands ? null : streetOf(me)}
        role={roles.map((role) => roleWords[role]).join('、')}
      />
      <Desk>
        {hands && (
          <DeskColumn>
            <Pickup />
            {worker && <Goods query={items} />}
            {worker && (
              <Card>
                <List>
                  <Cell
                    icon="file-spreadsheet"
                    title="导入表格"
                    note="居民花名册、商品清单"
                    onTap={() => open('imports')}
                  />
                </List>
              </Card>
            )}
          </DeskColumn>
        )}
        <DeskColumn>
          {ledgers.map((one) => (
            <Ledger key={one.id} community={one} named={ledgers.length > 1} />
          ))}
        </DeskColumn>
      </Desk>
    </Page>
  )
}

/** Street staff look at all of theirs at once; a community's worker at this one. */
const ledgersFor = (community: Community, roles: Role[], streets: Community[]) => {
  if (roles.includes('street_staff')) return streets
  return roles.includes('community_worker') ? [community] : []
}

/** Where somebody works who hands nothing over: a street with all its communities. */
const streetOf = (me: Me | null): string | null =>
  me?.duties.find(({ role }) => role === 'street_staff')?.placeName ?? null
