import type { Input } from '@contract/index'
import { limits } from '@contract/limits'
import { instantOf, nextOfMonth } from '@/services/days'
import { plainDay, sayClock } from '@/services/format'
import { oneLine, plainText } from '@/services/text'
import type { StaffActivity } from './staff-types'

const { party: max } = limits

/** What the form holds. Days are `YYYY-MM-DD`, times `HH:MM`, both in China. */
export interface ActivityDraft {
  title: string
  venue: string
  note: string
  day: string
  from: string
  to: string
  /** Whom it is for: all of the community, or one compound first. */
  audience: 'community' | 'compound'
  compound: string
  places: 'open' | 'limited'
  /** null: no number typed. */
  capacity: number | null
}

/** What `publish` and `edit` share. */
export type Details = Omit<Input<'party.edit'>, 'requestId' | 'activityId' | 'version'>

export type Problems = Partial<Record<keyof ActivityDraft, string>>

/** A new activity as it usually is: two hours in the morning of a day, else of the next party day. */
export const draftFor = (day: string | null, now = Date.now()): ActivityDraft => ({
  title: '',
  venue: '',
  note: '',
  day: day ?? nextOfMonth(max.partyDayOfMonth, now),
  from: '09:00',
  to: '11:00',
  audience: 'community',
  compound: '',
  places: 'open',
  capacity: 30,
})

/** A published activity in the form. */
export const draftOf = (activity: StaffActivity): ActivityDraft => ({
  ...draftFor(plainDay(activity.startsAt)),
  title: activity.title,
  venue: activity.venue,
  note: activity.note,
  from: sayClock(activity.startsAt),
  to: sayClock(activity.endsAt),
  audience: activity.compound === null ? 'community' : 'compound',
  compound: activity.compound ?? '',
  ...(activity.capacity === null
    ? { places: 'open' as const }
    : { places: 'limited' as const, capacity: activity.capacity }),
})

/** The draft as the server takes it; only for one without problems. */
export const detailsOf = (draft: ActivityDraft): Details => ({
  title: oneLine(draft.title),
  venue: oneLine(draft.venue),
  note: plainText(draft.note),
  startsAt: instantOf(draft.day, draft.from),
  endsAt: instantOf(draft.day, draft.to),
  compound: draft.audience === 'compound' ? draft.compound : null,
  capacity: draft.places === 'limited' ? (draft.capacity ?? 0) : null,
})

/** What must be mended before it can be sent, in words for the field; empty when nothing. */
export const problemsOf = (draft: ActivityDraft): Problems => {
  const all: Problems = {
    title: oneLine(draft.title) === '' ? '请写做什么' : undefined,
    venue: oneLine(draft.venue) === '' ? '请写在哪里集合' : undefined,
    day: dayProblemOf(draft),
    compound: draft.audience === 'compound' && draft.compound === '' ? '请选小区' : undefined,
    capacity: draft.places === 'limited' ? capacityProblemOf(draft.capacity) : undefined,
  }
  return Object.fromEntries(Object.entries(all).filter(([, words]) => words !== undefined))
}

const dayProblemOf = ({ day, from, to }: ActivityDraft): string | undefined => {
  if (!day || !from || !to) return '请选日期和时间'
  return from >= to ? '结束要晚于开始' : undefined
}

const capacityProblemOf = (capacity: number | null): string | undefined =>
  capacity === null || capacity < 1 || capacity > max.maxCapacity ? `请填 1 到 ${max.maxCapacity}` : undefined
