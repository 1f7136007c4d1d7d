import type { Output } from '@contract/index'
import { sayMoment, sayWhen } from '@/services/format'
import { addressOf } from '@/services/go'
import type { Shared } from '@/services/platform/share'
import { sayBuilding } from '@/ui/case-words'
import type { Brief } from '@/ui/meeting-words'

export { sayWhen } from '@/services/format'
export { isOver, mineWords, seatWords, type Brief } from '@/ui/meeting-words'
/** A meeting with all that belongs to it. */
export type Meeting = Output<'meetings.meeting'>
export type SignUp = NonNullable<Meeting['signUp']>
export type SignUpState = SignUp['state']
export type Topic = Meeting['topics'][number]
export type ActionItem = NonNullable<Meeting['minutes']>['actions'][number]

/** What a kind of meeting is called. */
export const templateWords: Record<Brief['template'], string> = {
  open_day: '恳谈日',
  council: '红色议事厅',
  on_site: '现场办公会',
  neighbour_talk: '睦邻大家谈',
}

const fromAfarMs = 14 * 86_400_000

/**
 * What a neighbour is sent. The day as it is said from afar: it may be read tomorrow, when 今天 would be wrong.
 */
export const invitationTo = (meeting: Pick<Brief, 'id' | 'title' | 'startsAt' | 'endsAt'>): Shared => ({
  title: `${meeting.title} · ${sayWhen(meeting, Date.parse(meeting.startsAt) - fromAfarMs)}`,
  path: addressOf('meeting', { id: meeting.id }),
})

/** Who may come, e.g. 幸福小区 7 号楼、8 号楼的居民. Many buildings are counted. */
export const sayAudience = (audience: Brief['audience']): string => {
  if (audience.kind === 'community') return '全社区居民'
  const { name, buildings } = audience
  const said = buildings.slice(0, 6).map(sayBuilding).join('、')
  return `${name} ${said}${buildings.length > 6 ? `等 ${buildings.length} 栋楼` : ''}的居民`
}

/** From when to when one can sign up. */
export const sayWindow = (
  { signUpFrom, signUpUntil }: Pick<Brief, 'signUpFrom' | 'signUpUntil'>,
  now = Date.now(),
): string => {
  const until = `${sayMoment(signUpUntil, now)} 截止`
  return Date.parse(signUpFrom) > now ? `${sayMoment(signUpFrom, now)} 开始，${until}` : until
}
