import type { Role } from '../contract/access'
import { proxyRoles } from '../contract/proxied'
import { bounds } from '../contract/proxy-bounds'
import type { ActedBy, Act } from '../kit/proxies'
import type { ProxyHelper } from './store'

/** As people call those who help. */
const helperWords: Record<ActedBy['as'], string> = {
  community_worker: '社区工作者',
  grid_worker: '网格员',
  building_leader: '楼长',
  family: '家人',
}

/** 社区工作者陈** */
export const helperText = ({ as, name }: Pick<ActedBy, 'as' | 'name'>): string => `${helperWords[as]}${name}`

/** What stands beside something that was done in somebody's stead: 社区工作者陈** 代办. */
export const actedByText = (by: ActedBy | undefined): string | null => (by ? `${helperText(by)} 代办` : null)

/** What was done, by its action. */
const actWords: Record<string, string> = {
  'affairs.submit': '交诉求',
  'affairs.rate': '评价诉求的答复',
  'affairs.reopen': '要求重办诉求',
  'affairs.withdraw': '撤回诉求',
  'meetings.signUp': '报名会议',
  'meetings.cancelSignUp': '取消会议报名',
  'meetings.acceptOffer': '接受会议座位',
  'points.redeem': '兑换商品',
  'points.cancelRedemption': '取消兑换',
}

export const actText = (action: string): string => actWords[action] ?? '其他'

/** What was done in all, for a message: 交诉求、兑换商品（2 次）. Empty where nothing was. */
export function actsText(acts: readonly Pick<Act, 'action' | 'outcome'>[]): string {
  const counts = new Map<string, number>()
  for (const { action, outcome } of acts)
    if (outcome !== 'refused') counts.set(actText(action), (counts.get(actText(action)) ?? 0) + 1)
  return [...counts].map(([what, count]) => (count > 1 ? `${what}（${count} 次）` : what)).join('、')
}

/** The role by which somebody with these duties helps: the first of those that there are. */
export const roleOf = (duties: readonly { role: Role }[]): (typeof proxyRoles)[number] | null =>
  proxyRoles.find((role) => duties.some((duty) => duty.role === role)) ?? null

/** What a helper has begun on a day, with one more; null when that is too many. */
export function oneMore(found: ProxyHelper | null, helperId: string, proxyId: string, day: string) {
  const count = found?.day === day ? found.count + 1 : 1
  if (count > bounds.perDay) return null
  return { _id: helperId, schemaVersion: 1 as const, proxyId, day, count }
}
