import type { Role } from '@contract/access'
import { open } from '@/services/go'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'

const helpers: readonly Role[] = ['community_worker', 'grid_worker', 'building_leader']
const leads: readonly Role[] = ['community_lead', 'street_staff']

/** 代办: to act for a resident, and for the secretary what residents objected to. */
export const Proxying = ({ roles }: { roles: readonly Role[] }) => {
  const helps = roles.some((role) => helpers.includes(role))
  const settles = roles.some((role) => leads.includes(role))
  if (!helps && !settles) return null
  return (
    <Card>
      <List>
        {helps && (
          <Cell
            icon="users-round"
            title="替居民代办"
            note="全程留记录，本人确认"
            onTap={() => open('proxyStart', { as: 'staff' })}
          />
        )}
        {settles && (
          <Cell
            icon="circle-alert"
            title="代办异议"
            note="居民说不是本人同意的"
            onTap={() => open('proxyObjections')}
          />
        )}
      </List>
    </Card>
  )
}
