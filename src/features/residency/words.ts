import type { Output } from '@contract/index'
import { plainDay, sayClock, sayDay } from '@/services/format'
import { wordsOf, type Words } from '@/services/messages'
import type { Failure } from '@/services/replies'

export type MyResidency = Output<'residency.home'>
export type MyRequest = NonNullable<MyResidency['request']>
export type Residence = NonNullable<MyResidency['residence']>

interface Door {
  building: string
  unit: string
  room: string
}

/** 8 号楼 2 单元 301 */
export const sayDoor = ({ building, unit, room }: Door): string => `${building} 号楼 ${unit} 单元 ${room}`

/** 2026-11-03 到 2027-02-01，自己办的搬走 */
export const sayPast = (past: { from: string; until: string; endedBy: 'member' | 'staff' }): string =>
  `${plainDay(past.from)} 到 ${plainDay(past.until)}，${past.endedBy === 'staff' ? '社区办的迁出' : '自己办的搬走'}`

/** How a residency was verified. */
export const verifiedWords: Record<Residence['by'], string> = {
  staff: '社区核对',
  code: '纸条码核验',
  before: '社区登记',
}

/** 今天 14:30; when a lock opens is told to the minute. */
const sayOpening = (instant: string, now: number): string => {
  // The minute that has begun is over when the lock opens: a person who comes then is let in.
  const next = new Date(Math.ceil(Date.parse(instant) / 60_000) * 60_000).toISOString()
  return `${sayDay(next, now)} ${sayClock(next)}`
}

/** What somebody reads whose code was not taken. */
export const bindWords = (failure: Failure, now = Date.now()): Words => {
  const words = wordsOf(failure)
  if (failure.code === 'NOT_ONESELF')
    return { what: '自己发的码不能自己用', todo: '请另一位同事给你发码或核对' }
  if (failure.code !== 'BIND_LOCKED' || !failure.detail) return words
  return {
    what: words.what,
    todo: `为防猜码，${sayOpening(failure.detail, now)} 以后可以再试。着急的话，填姓名电话请社区核对`,
  }
}

/** What it is for, before anything is asked. */
export const purposes = [
  {
    asks: '住址',
    says: '积分、兑换和报名按住户算，开会也分楼栋。只有本社区工作人员看得到你住哪；楼长只看到每户登记了几个人。',
  },
  {
    asks: '姓名、手机号',
    says: '社区拿它和居民花名册对一对，确认是你。核对完手机号就删掉；没通过或你撤回，姓名也删掉。',
  },
] as const
