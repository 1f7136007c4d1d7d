import type { Input, Output } from '@contract/index'
import { limits } from '@contract/limits'
import { dayBefore, instantOf, nextOfMonth } from '@/services/days'
import { plainDay, sayClock } from '@/services/format'
import { oneLine, plainText } from '@/services/text'
import type { templateWords } from '../words'

const { meeting: max } = limits

/** 城市党建日. */
const partyDay = limits.party.partyDayOfMonth

export type Template = keyof typeof templateWords
export type StaffMeeting = Output<'meetings.staffMeetings'>['meetings'][number]

/** What the form holds. Days are `YYYY-MM-DD`, times `HH:MM`, both in China; null: no number typed. */
export interface MeetingDraft {
  template: Template
  title: string
  venue: string
  note: string
  day: string
  from: string
  to: string
  signUpFromDay: string
  signUpFromTime: string
  signUpUntilDay: string
  signUpUntilTime: string
  capacity: number | null
  waitlistLimit: number | null
  /** 0: no limit. */
  householdLimit: number
  audience: 'community' | 'compound'
  compound: string
  buildings: string[]
  agenda: string[]
  months: number
}

/** What `publish` and `edit` share. */
export type Details = Omit<Input<'meetings.edit'>, 'requestId' | 'meetingId' | 'version'>

export type Problems = Partial<Record<keyof MeetingDraft, string>>

interface Usual {
  title: string
  from: string
  to: string
  capacity: number
  waitlistLimit: number
}

/** What is usual for each kind of meeting; everything can be changed. */
const usual: Record<Template, Usual> = {
  open_day: { title: '城市党建日·居民恳谈日', from: '14:30', to: '16:00', capacity: 40, waitlistLimit: 20 },
  council: { title: '红色议事厅', from: '19:00', to: '20:30', capacity: 30, waitlistLimit: 10 },
  on_site: { title: '现场办公会', from: '09:30', to: '11:00', capacity: 20, waitlistLimit: 10 },
  neighbour_talk: { title: '睦邻大家谈', from: '19:00', to: '20:00', capacity: 30, waitlistLimit: 10 },
}

/** A new meeting as it usually is: on the next 10th, with sign-up from today until the evening before. */
export const draftFor = (template: Template, now = Date.now()): MeetingDraft => {
  const day = nextOfMonth(partyDay, now)
  return {
    ...usual[template],
    template,
    day,
    venue: '',
    note: '',
    signUpFromDay: plainDay(new Date(now).toISOString()),
    signUpFromTime: '08:00',
    signUpUntilDay: dayBefore(day),
    signUpUntilTime: '18:00',
    householdLimit: 2,
    audience: 'community',
    compound: '',
    buildings: [],
    agenda: [],
    months: 1,
  }
}

/** Another kind of meeting: what was not touched becomes what is usual for that kind. */
export const turnedInto = (draft: MeetingDraft, template: Template): MeetingDraft => {
  const before = usual[draft.template]
  const next: MeetingDraft = { ...draft, template }
  for (const key of Object.keys(before) as Array<keyof Usual>) {
    if (draft[key] === before[key]) Object.assign(next, { [key]: usual[template][key] })
  }
  return next
}

/** A published meeting in the form. */
export const draftOf = (meeting: StaffMeeting): MeetingDraft => ({
  ...draftFor(meeting.template),
  title: meeting.title,
  venue: meeting.venue,
  note: meeting.note,
  day: plainDay(meeting.startsAt),
  from: sayClock(meeting.startsAt),
  to: sayClock(meeting.endsAt),
  signUpFromDay: plainDay(meeting.signUpFrom),
  signUpFromTime: sayClock(meeting.signUpFrom),
  signUpUntilDay: plainDay(meeting.signUpUntil),
  signUpUntilTime: sayClock(meeting.signUpUntil),
  capacity: meeting.capacity,
  waitlistLimit: meeting.waitlistLimit,
})

/** The draft as the server takes it; only for one without problems. */
export const detailsOf = (draft: MeetingDraft): Details => ({
  title: oneLine(draft.title),
  venue: oneLine(draft.venue),
  note: plainText(draft.note),
  startsAt: instantOf(draft.day, draft.from),
  endsAt: instantOf(draft.day, draft.to),
  signUpFrom: instantOf(draft.signUpFromDay, draft.signUpFromTime),
  signUpUntil: instantOf(draft.signUpUntilDay, draft.signUpUntilTime),
  capacity: draft.capacity ?? 0,
  waitlistLimit: draft.waitlistLimit ?? 0,
})

/** A new meeting as the server takes it. */
export const publishedOf = (
  draft: MeetingDraft,
  communityId: string,
): Omit<Input<'meetings.publish'>, 'requestId'> => ({
  ...detailsOf(draft),
  communityId,
  template: draft.template,
  audience:
    draft.audience === 'community'
      ? { kind: 'community' }
      : { kind: 'compound', name: draft.compound, buildings: draft.buildings },
  householdLimit: draft.householdLimit === 0 ? null : draft.householdLimit,
  agenda: draft.agenda.map(oneLine).filter(Boolean),
  months: draft.months,
})

/** What must be mended before it can be sent, in words for the field; empty when nothing. */
export const problemsOf = (draft: MeetingDraft): Problems => {
  const { capacity, waitlistLimit } = draft
  const all: Problems = {
    title: oneLine(draft.title) === '' ? '请写会议名称' : undefined,
    venue: oneLine(draft.venue) === '' ? '请写在哪里开' : undefined,
    capacity: outside(capacity, 1, max.maxCapacity),
    waitlistLimit: outside(waitlistLimit, 0, (capacity ?? max.maxCapacity) * 2),
    buildings: draft.audience === 'compound' && draft.buildings.length === 0 ? '请选楼栋' : undefined,
    ...datesOf(draft),
  }
  return Object.fromEntries(Object.entries(all).filter(([, words]) => words !== undefined))
}

const datesOf = (draft: MeetingDraft): Problems => {
  if (!draft.day || !draft.from || !draft.to) return { day: '请选日期和时间' }
  if (draft.from >= draft.to) return { day: '散会要晚于开会' }
  if (!draft.signUpFromDay || !draft.signUpFromTime) return { signUpFromDay: '请选报名开始的时间' }
  if (!draft.signUpUntilDay || !draft.signUpUntilTime) return { signUpUntilDay: '请选报名截止的时间' }
  const { signUpFrom, signUpUntil, endsAt } = detailsOf(draft)
  if (signUpFrom >= signUpUntil) return { signUpUntilDay: '截止要晚于开始' }
  return signUpUntil > endsAt ? { signUpUntilDay: '截止不能晚于散会' } : {}
}

const outside = (number: number | null, least: number, most: number): string | undefined =>
  number === null || number < least || number > most ? `请填 ${least} 到 ${most}` : undefined
