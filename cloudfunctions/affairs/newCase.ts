import { maskedName, placeName } from '../community/rules'
import type { Input } from '../contract'
import type { Actor } from '../kit/actor'
import { sha256 } from '../kit/keys'
import { chinaDay } from '../kit/time'
import { placed } from './effects'
import { checkIdOf, waitingMark } from '../safety/post'
import { acceptBy } from './rules'
import type { Case } from './store'

/** Where a case comes from. */
export interface Origin {
  id: string
  inputHash: string
  now: Date
  /** 1 to `limits.case.perDay`: the how-manieth of the reporter on this day in China. */
  slot: number
  /** 0, and higher after a clash of receipt numbers. */
  salt: number
  /** Of its building, as it is now. */
  grid: NonNullable<Case['grid']> | null
  /** The reporter, sealed, for WeChat's check of the photos; needed only with photos. */
  sealed?: string
}

/** A case at its beginning. Of the reporter it keeps no more than he or she chose to show. */
export function newCase(input: Input<'affairs.submit'>, me: Actor, origin: Origin): Case {
  const { requestId: _requestId, communityId, kind, category, identity, text, place, photos } = input
  const { id, inputHash, now, slot, salt, grid, sealed = '' } = origin
  const at = now.toISOString()
  return placed({
    _id: id,
    schemaVersion: 1,
    inputHash,
    number: numberOf(id, now, salt),
    daySlot: `${me.memberId}:${chinaDay(now)}:${slot}`,
    order: `${at}:${id}`,
    communityId,
    ownerPlaceId: communityId,
    kind,
    category,
    identity,
    text,
    place,
    grid,
    photos: photos.map((photo) => ({
      ...photo,
      held: waitingMark({ _id: checkIdOfPhoto(id, photo.photoId) }),
    })),
    photosToCheck: photos.length > 0 ? { at, sealed } : null,
    reporterId: me.memberId,
    ...reporterAs(identity, me),
    ...untouched,
    submittedAt: at,
    countedFrom: at,
    dueOn: acceptBy(at),
    timeline: [submission(id, inputHash, at, me)],
  })
}

/** `261121-48213`: the day in China, and five digits that follow from the id. */
function numberOf(id: string, now: Date, salt: number): string {
  const digits = parseInt(sha256(`${id} ${salt}`).slice(0, 8), 16) % 100_000
  return `${chinaDay(now).slice(2).replaceAll('-', '')}-${String(digits).padStart(5, '0')}`
}

function reporterAs(
  identity: Case['identity'],
  { member, residency }: Actor,
): Pick<Case, 'reporterName' | 'reporterPlace'> {
  if (identity === 'anonymous' || !member) return { reporterName: null, reporterPlace: null }
  const reporterName = identity === 'named' ? member.name : maskedName(member.name)
  return { reporterName, reporterPlace: residency && placeName(residency) }
}

const checkIdOfPhoto = (caseId: string, photoId: string): string =>
  checkIdOf({ kind: 'photo', documentId: caseId, part: photoId })

const submission = (
  id: string,
  inputHash: string,
  at: string,
  { memberId, by }: Actor,
): Case['timeline'][number] => ({
  effectId: id,
  inputHash,
  event: 'submit',
  at,
  speaker: 'reporter',
  actor: memberId,
  ...(by ? { by } : {}),
  text: '',
  photoIds: [],
})

const untouched = {
  state: 'submitted',
  outcome: null,
  handler: null,
  dispatchedAt: null,
  doneAt: null,
  lapseAt: null,
  reopenings: 0,
  rating: null,
  published: null,
  publishedKey: null,
  queue: 'todo',
  queueKey: '',
  notes: [],
  version: 1,
} as const satisfies Partial<Case>
