import type { Role } from '@contract/access'
import type { Community, Me } from './session'

/** The roles that I hold in a community, each once. */
export const rolesAt = (me: Me | null, communityId: string): Role[] => [
  ...new Set(
    (me?.duties ?? [])
      .filter((duty) => duty.communities.some(({ id }) => id === communityId))
      .map(({ role }) => role),
  ),
]

/** The communities in which I hold a role, each once. */
export const communitiesOf = (me: Me | null, role: Role): Community[] => {
  const held = (me?.duties ?? []).filter((duty) => duty.role === role)
  return [...new Map(held.flatMap((duty) => duty.communities.map((one) => [one.id, one]))).values()]
}

/** What a duty is called. */
export const roleWords: Record<Role, string> = {
  community_worker: '社区工作人员',
  service_steward: '驿站管理员',
  street_staff: '街道工作人员',
  grid_worker: '网格员',
  property_staff: '物业人员',
  community_lead: '社区书记',
  district_staff: '区级工作人员',
  building_leader: '楼长',
}

/** The community that I work on, where I give duties there; null where my places are others, or are not known. */
export const placeToAppointAt = (me: Me | null, community: Community | null): string | null => {
  const roles = community ? rolesAt(me, community.id) : []
  return community && roles.some((role) => /_lead|community_w|street_/.test(role)) ? community.id : null
}
