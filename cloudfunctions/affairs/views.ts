import { maskedName } from '../community/rules'
import type { Output } from '../contract'
import { limits } from '../contract/limits'
import { erasedName, type Actor } from '../kit/actor'
import { chinaDay } from '../kit/time'
import { actedByText } from '../proxy/rules'
import { isOwnWork } from './actors'
import { isShown } from './held'
import { speakerWords } from './notices'
import { isOverdue, levelOf, titleOf } from './rules'
import { moveFor, type Asked, type Who } from './states'
import type { Case, Row } from './store'

type Brief = Output<'affairs.mine'>['cases'][number]
type QueueRow = Output<'affairs.queue'>['cases'][number]
type HomeRow = NonNullable<Output<'home.show'>['myCases']>['cases'][number]
type WorkRow = NonNullable<Output<'home.work'>['queue']>['cases'][number]
type OwnView = Output<'affairs.mineShown'>
type StaffView = Output<'affairs.show'>
type PublicView = Output<'affairs.answered'>['cases'][number]
type Links = ReadonlyMap<string, string>

/** As whom somebody may act on a case, nobody where they may only read; and whether they are of the office. */
export interface Viewer {
  who: readonly Who[]
  isOffice: boolean
}

/** A case in a list needs neither its timeline nor its notes. */
export type Listed = Omit<Case, 'timeline' | 'notes' | 'photos'>

/** A case in a list, for its reporter or for those who work on it: nothing of who the reporter is. */
export const briefView = (kase: Listed, now: Date): Brief => ({
  id: kase._id,
  number: kase.number,
  kind: kase.kind,
  category: kase.category,
  title: titleOf(kase.text),
  place: kase.place,
  state: kase.state,
  outcome: kase.outcome,
  level: levelOf(kase),
  submittedAt: kase.submittedAt,
  dueOn: kase.dueOn,
  overdue: isOverdue(kase, now),
  reopenings: kase.reopenings,
})

/** A case in a queue. */
export const queueView = (kase: Listed, now: Date): QueueRow => ({
  ...briefView(kase, now),
  handlerName: kase.handler?.name ?? null,
})

/** A case on 首页: whether it is the reporter who is to say something next. */
export const homeView = (kase: Listed, now: Date): HomeRow => ({
  ...briefView(kase, now),
  awaitsRating: kase.state === 'answered' && kase.rating === null,
})

/** A case of the queue of today, with what the viewer may do to it at once. */
export const workView = (
  kase: Case,
  who: readonly Who[],
  now: Date,
  links: Links,
  isOffice: boolean,
): WorkRow => ({
  ...queueView(kase, now),
  communityId: kase.communityId,
  photoUrl: urlsOf(photosFor(kase, isOffice).slice(0, 1), links)[0] ?? null,
  may: (['accept', 'answer'] as const).filter((event) => isOpenTo(kase, event, who, now)),
  version: kase.version,
})

/**
 * A case as its reporter sees it, or whoever acts in the reporter's stead. What staff write to one another on the way
 * is left out.
 */
export const ownView = (kase: Case, me: Pick<Actor, 'by'>, now: Date, links: Links): OwnView => ({
  ...briefView(kase, now),
  text: kase.text,
  ...shownPhotos(kase.photos, links),
  timeline: kase.timeline.map((row) => ownRow(row, links)),
  rating: kase.rating,
  identity: kase.identity,
  may: (['rate', 'reopen', 'withdraw'] as const).filter(
    (event) => isOpenTo(kase, event, ['reporter'], now) && !(event === 'rate' && isOwnWork(kase, me)),
  ),
})

const staffEvents = ['accept', 'dispatch', 'sendBack', 'escalate', 'answer', 'refuse'] as const

/** A case as those who work on it see it; the office sees also the photos that are held. */
export const staffView = (kase: Case, { who, isOffice }: Viewer, now: Date, links: Links): StaffView => ({
  ...briefView(kase, now),
  text: kase.text,
  ...shownPhotos(photosFor(kase, isOffice), links),
  photosTakenAt: thereOf(photosFor(kase, isOffice), links).map(({ takenAt }) => takenAt),
  photosHidden: kase.photos.length - photosFor(kase, isOffice).length,
  timeline: kase.timeline.map((row) => rowView(row, links, actedByText(row.by) ?? speakerWords[row.speaker])),
  rating: kase.rating,
  communityId: kase.communityId,
  identity: kase.identity,
  reporterName: kase.reporterName,
  reporterPlace: kase.reporterPlace,
  grid: kase.grid ?? null,
  handler: kase.handler,
  notes: kase.notes.map(({ at, name, text }) => ({ at, by: name, text })),
  published: kase.published && { ...kase.published, held: heldView(kase.publishedHeld) },
  may: [
    ...staffEvents.filter((event) => isOpenTo(kase, event, who, now)),
    ...(kase.notes.length < limits.case.notes ? (['note'] as const) : []),
    ...(kase.doneAt === null && who.includes('staff') ? (['publish'] as const) : []),
  ],
  version: kase.version,
})

/** An answered case as everybody may read it: what staff wrote for that, and no building. */
export const publicView = (kase: Listed): PublicView => ({
  id: kase._id,
  category: kase.category,
  compound: kase.place.compound,
  question: kase.published?.question ?? '',
  answer: kase.published?.answer ?? '',
  outcome: kase.outcome ?? 'solved',
  answeredOn: chinaDay(new Date(kase.doneAt ?? kase.submittedAt)),
  reporterName: publicName(kase),
})

/** Who gave the name with a suggestion is named with stars; a report never says whose it was. */
const publicName = ({ kind, identity, reporterName }: Listed): string | null =>
  kind === 'suggestion' && identity === 'named' && reporterName && reporterName !== erasedName
    ? maskedName(reporterName)
    : null

/** What staff write to one another on the way. */
const internal = new Set<Row['event']>(['dispatch', 'sendBack'])

const ownRow = (row: Row, links: Links): OwnView['timeline'][number] => ({
  ...rowView(
    row,
    links,
    row.speaker === 'reporter' ? (actedByText(row.by) ?? '您') : speakerWords[row.speaker],
  ),
  ...(internal.has(row.event) ? { text: '' } : {}),
})

const rowView = ({ event, at, text, photoIds }: Row, links: Links, by: string) => ({
  event,
  at,
  by,
  text,
  photoUrls: urlsOf(
    photoIds.map((photoId) => ({ photoId })),
    links,
  ),
})

const urlsOf = (photos: ReadonlyArray<{ photoId: string }>, links: Links): string[] =>
  photos.flatMap(({ photoId }) => links.get(photoId) ?? [])

/** Whoever only handles a case, e.g. a property company, sees a photo once it has passed. */
const photosFor = ({ photos }: Case, isOffice: boolean): Case['photos'] =>
  isOffice ? photos : photos.filter(isShown)

const thereOf = (photos: Case['photos'], links: Links) => photos.filter(({ photoId }) => links.has(photoId))

/** Photos and how each is held side by side, without those whose file is gone. */
function shownPhotos(photos: Case['photos'], links: Links): Pick<OwnView, 'photoUrls' | 'photosHeld'> {
  const there = thereOf(photos, links)
  return { photoUrls: urlsOf(there, links), photosHeld: there.map(({ held }) => heldView(held)) }
}

const heldView = (held: Case['publishedHeld']) => (held ? { state: held.state, reason: held.reason } : null)

/** Whether an event could happen at these hands; a rating, if it were a good one. */
const isOpenTo = (kase: Case, event: Asked['event'], who: readonly Who[], now: Date): boolean =>
  typeof moveFor(kase, { event, satisfied: true }, who, now) === 'object'
