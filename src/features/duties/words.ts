import type { Role } from '@contract/access'
import type { Output } from '@contract/index'
import { roleWords } from '@/services/duties'
import { sayDay } from '@/services/format'
import { sentenceOf, wordsOf, type Words } from '@/services/messages'
import type { Failure } from '@/services/replies'
import { sayBuilding } from '@/ui/case-words'
import type { ChipTone } from '@/ui/chip'

export type Staff = Output<'duties.staff'>
export type StaffDuty = Staff['duties'][number]
export type StaffInvitation = Staff['invitations'][number]
export type Invitation = Output<'duties.invitation'>
type State = StaffDuty['state']

/** How a duty stands. */
export const stateWords: Record<State, { text: string; tone: ChipTone }> = {
  waiting: { text: '等批准', tone: 'info' },
  in_force: { text: '在任', tone: 'accent' },
  due: { text: '待确认', tone: 'warn' },
  lapsed: { text: '已停用', tone: 'plain' },
  revoked: { text: '已解除', tone: 'plain' },
  over: { text: '任期已满', tone: 'plain' },
}

/** 自 5 月 12 日 · 周敏任命 · 11 月 8 日确认过 · 到 12 月 31 日为止 */
export const sayTerm = ({ since, until, givenBy, confirmedAt, state }: StaffDuty): string =>
  [
    state === 'waiting' ? `${sayDay(since)}接受` : `自 ${sayDay(since)}`,
    `${givenBy ?? '系统管理员'}${state === 'waiting' ? '邀请' : '任命'}`,
    ...(confirmedAt > since ? [`${sayDay(confirmedAt)}确认过`] : []),
    ...(until ? [`到 ${sayDay(until)} 为止`] : []),
  ].join(' · ')

/** What happens next by itself; null where nothing does. */
export const sayNext = ({ state, lapsesAt }: StaffDuty): string | null => {
  if (lapsesAt === null) return null
  return state === 'waiting'
    ? `${sayDay(lapsesAt)} 前没人批准就作废`
    : `到了定期确认的时候，${sayDay(lapsesAt)} 前没人确认就停用`
}

/** A duty in words: 平安里社区网格员, and not 社区 twice in 平安里社区工作人员. */
export const postOf = (placeName: string, role: Role): string => {
  const name = roleWords[role]
  return placeName.endsWith(name.slice(0, 2)) ? placeName + name.slice(2) : placeName + name
}

/** 8 号楼 1、2 单元; 8 号楼 where it is all of them; nothing for a duty over a whole place. */
export const sayWithin = (within: StaffDuty['within']): string =>
  within ? `${sayBuilding(within.building)}${within.units ? ` ${within.units.join('、')} 单元` : ''}` : ''

/** Of duties, a rule that is worded for points elsewhere has words of its own. */
export const dutyWords = (failure: Failure): Words => {
  if (failure.code !== 'NOT_ONESELF') return wordsOf(failure)
  return { what: '自己的任职不能自己办', todo: '请另一位负责人来办' }
}

/** Both halves in one line. */
export const dutySentence = (failure: Failure): string => {
  if (failure.code !== 'NOT_ONESELF') return sentenceOf(failure)
  const { what, todo } = dutyWords(failure)
  return `${what}。${todo}`
}
