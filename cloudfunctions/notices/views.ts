import type { Output } from '../contract'
import { chinaDay } from '../kit/time'
import { stateOn } from './rules'
import type { Notice, Reading } from './store'

type BriefView = Omit<Output<'notices.list'>['notices'][number], 'read'>
type NoticeView = Output<'notices.show'>
type StaffView = Output<'notices.publish'>

/** A list is read without the texts. */
export type Listed = Omit<Notice, 'text'>

/** A notice in a list, as anyone may see it. */
export const briefView = (notice: Listed): BriefView => ({
  id: notice._id,
  communityId: notice.communityId,
  kind: notice.kind,
  title: notice.title,
  pinned: notice.pinned,
  audience: notice.audience,
  publishedAt: notice.publishedAt,
  shownUntil: notice.shownUntil,
})

/** A notice as anyone may read it. */
export const noticeView = (notice: Notice, reading: Reading | null): NoticeView => ({
  ...briefView(notice),
  text: notice.text,
  asksConfirm: notice.asksConfirm,
  readAt: reading?.at ?? null,
  confirmedAt: reading?.confirmedAt ?? null,
})

/** A notice as its community's staff see it. */
export const staffView = (notice: Listed, now: Date): StaffView => ({
  ...briefView(notice),
  state: stateOn(notice, chinaDay(now)),
  takenDownBecause: notice.takenDown?.reason ?? '',
  held: notice.held ? { state: notice.held.state, reason: notice.held.reason } : null,
})
