import type { Input } from '@contract/index'
import { limits } from '@contract/limits'
import { dayAfter } from '@/services/days'
import { oneLine } from '@/services/text'
import type { Export } from './words'

/** What is asked for, as the form holds it. */
export interface Draft {
  kind: Export['kind']
  from: string
  to: string
  state: 'all' | 'open' | 'done'
  month: string
  /** Of a meeting or an activity; null while none is chosen. */
  subjectId: string | null
  full: boolean
  reason: string
}

type Asked = Input<'exports.ask'>['what']

/** The last thirty days, masked. @param now milliseconds */
export const newDraft = (now: number): Draft => ({
  kind: 'households',
  from: dayAfter(now, -29),
  to: dayAfter(now, 0),
  state: 'all',
  month: dayAfter(now, 0).slice(0, 7),
  subjectId: null,
  full: false,
  reason: '',
})

/** Whether names and numbers can be had in full. */
export const hasFull = (kind: Export['kind']): boolean => kind === 'households' || kind === 'cases'

export type Faults = Partial<Record<'to' | 'subjectId' | 'reason', string>>

/** What is wrong with the form, by field. */
export const faultsOf = (draft: Draft): Faults => {
  const { kind, from, to, subjectId, full, reason } = draft
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  const isSubject = kind === 'signUps' || kind === 'participations'
  return {
    ...(kind === 'cases' && !(days >= 0) ? { to: '结束那天要在开始之后' } : {}),
    ...(kind === 'cases' && days >= limits.exports.days ? { to: '一次最多一年' } : {}),
    ...(isSubject && !subjectId ? { subjectId: '请选一场' } : {}),
    ...(hasFull(kind) && full && oneLine(reason) === '' ? { reason: '请写为什么要完整的' } : {}),
  }
}

/** What the server is asked for; the form has no faults. */
export const askedOf = ({ kind, from, to, state, month, subjectId, full, reason }: Draft): Asked => {
  const unmaskedBecause = full ? oneLine(reason) : null
  switch (kind) {
    case 'households':
      return { kind, unmaskedBecause }
    case 'cases':
      return { kind, from, to, state, unmaskedBecause }
    case 'signUps':
      return { kind, meetingId: subjectId ?? '' }
    case 'participations':
      return { kind, activityId: subjectId ?? '' }
    case 'redemptions':
      return { kind, month }
    case 'items':
      return { kind }
  }
}

/** The month and those before it. @param now milliseconds */
export const lastMonths = (now: number, count: number): string[] => {
  const [year = 0, month = 0] = dayAfter(now, 0).split('-').map(Number)
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  )
}
