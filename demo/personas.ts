import type { Role } from '../cloudfunctions/contract/access'
import { liulin, pinganli, tianfu, wendeng } from './places'

/** Somebody to sign in as. Names and doors are invented. */
export interface Persona {
  id: string
  /** Stands for the WeChat identity; the product stores only what it derives from it. */
  openId: string
  name: string
  home: { communityId: string; building: string; unit: string; room: string } | null
  /** `within`: some units of one building of the place alone. */
  duty: { role: Role; placeId: string; within?: { building: string; units: string[] | null } } | null
  /** false: has never registered, so the product knows nothing of this person. */
  registered: boolean
}

/** Everybody that the sign-in page offers, residents first. */
export const personas: readonly Persona[] = [
  resident('zhang', '张桂兰', pinganli, '7', '2', '301'),
  resident('li', '李建国', pinganli, '3', '1', '502'),
  resident('wang', '王芳', pinganli, '12', '3', '1101'),
  resident('liu', '刘秀英', liulin, '5', '1', '202'),
  staff('chen', '陈晓梅', 'community_worker', pinganli),
  staff('zhao', '赵国庆', 'community_worker', liulin),
  staff('sun', '孙立军', 'service_steward', pinganli),
  staff('zhou', '周敏', 'street_staff', tianfu),
  staff('qian', '钱红', 'community_lead', pinganli),
  staff('lin', '林海', 'district_staff', wendeng),
  staff('he', '何静', 'district_staff', wendeng),
  staff('guo', '郭建军', 'grid_worker', pinganli),
  staff('tang', '唐丽', 'property_staff', pinganli),
  leader('ma', '马春兰', ['8', '1', '101']),
  { ...someone('wu', '吴小雨'), registered: false },
  { ...someone('visitor', '访客'), registered: false },
]

/** Duties as the sign-in page gets them; `resident` and `visitor` stand for those without one. */
export const personaViews = personas.map(({ id, name, home, duty }) => ({
  id,
  name,
  roles: [...(home ? ['resident'] : []), ...(duty ? [duty.role] : []), ...(home || duty ? [] : ['visitor'])],
}))

/** @throws when nobody has that id: a mistake in the demo's own data */
export function personaOf(id: string): Persona {
  const found = personas.find((persona) => persona.id === id)
  if (!found) throw new Error(`no persona ${id}`)
  return found
}

function someone(id: string, name: string): Persona {
  return { id, openId: `demo-${id}`, name, home: null, duty: null, registered: true }
}

function resident(
  id: string,
  name: string,
  communityId: string,
  building: string,
  unit: string,
  room: string,
): Persona {
  return { ...someone(id, name), home: { communityId, building, unit, room } }
}

function staff(id: string, name: string, role: Role, placeId: string): Persona {
  return { ...someone(id, name), duty: { role, placeId } }
}

/** A resident of 平安里社区 who is the building leader (楼长) of the own unit. */
function leader(id: string, name: string, [building, unit, room]: [string, string, string]): Persona {
  const within = { building, units: [unit] }
  return {
    ...resident(id, name, pinganli, building, unit, room),
    duty: { role: 'building_leader', placeId: pinganli, within },
  }
}
