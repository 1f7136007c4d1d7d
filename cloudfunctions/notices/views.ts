import type { Output } from '../contract'
import { chinaDay } from '../kit/time'
import { stateOn } from './rules'
import type { Notice, Reading } from './store'

type BriefView = Omit<Output<'notices.list'>['notices'][number], 'read'>
type TextView = Output<'notices.staffShown'>
type NoticeView = Output<'notices.show'>
type StaffView = Output<'notices.publish'>

/** A list is read without the texts. */
export type Listed = Omit<Notice, 'text'>

/** A notice in a list, as anyone may see it. */
export const briefView = (notice: Listed): BriefView => ({
  id: notice._id,
  placeId: notice.communityId,
  kind: notice.kind,
  title: notice.title,
  pinned: notice.pinned,
  audience: notice.audience,
  publishedAt: notice.publishedAt,
  shownUntil: notice.shownUntil,
})

/** Links to the photos that the viewer may see, by id. */
type Links = ReadonlyMap<string, string>

/** All of a notice. */
export const textView = (notice: Notice, links: Links): TextView => ({
  ...briefView(notice),
  text: notice.text,
  photos: notice.photos.flatMap(({ photoId, held }) => {
    const url = links.get(photoId)
    return url ? [{ url, held: heldView(held) }] : []
  }),
  asksConfirm: notice.asksConfirm,
})

interface Seen {
  reading: Reading | null
  links: Links
}

/** A notice as whoever may read it does. */
export const noticeView = (notice: Notice, { reading, links }: Seen): NoticeView => ({
  ...textView(notice, links),
  readAt: reading?.at ?? null,
  confirmedAt: reading?.confirmedAt ?? null,
})

/** A notice as those see it who publish there. */
export const staffView = (notice: Listed, now: Date): StaffView => ({
  ...briefView(notice),
  state: stateOn(notice, chinaDay(now)),
  takenDownBecause: notice.takenDown?.reason ?? '',
  held: heldView(notice.held ?? null),
  photosHeld: notice.photos.map(({ held }) => heldView(held)),
})

const heldView = (held: Notice['photos'][number]['held']): StaffView['held'] =>
  held && { state: held.state, reason: held.reason }
