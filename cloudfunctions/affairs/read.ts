import type { Actor } from '../kit/actor'
import type { Database } from '../kit/database'
import {
  casesById,
  openCasesOf,
  photosReportedBy,
  shownTo,
  submittedIn,
  submittedPage,
  type Span,
} from './queries'
import { cases, type Case } from './store'
import type { Listed } from './views'

export { workQueue } from './work'

/** What somebody reported that is not closed, as far as it counts. The named entry for `home`; one round trip. */
export const openCases = (db: Database, me: Pick<Actor, 'memberId' | 'by'>): Promise<Listed[]> =>
  db.list(cases, openCasesOf(me.memberId, shownTo(me)))

/**
 * How cases stand, by id; one that is not there is left out. The named entry for other domains; one round trip, none
 * for no ids.
 */
export async function caseStates(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Pick<Case, 'state' | 'outcome'>>> {
  const found = ids.length === 0 ? [] : await db.list(cases, casesById(ids))
  return new Map(found.map(({ _id, state, outcome }) => [_id, { state, outcome }]))
}

/** The next cases of a community that were submitted in a span. The named entry for `exports`; one round trip. */
export const casesAfter = (
  db: Database,
  communityId: string,
  span: Span,
  cursor: string | null,
  limit: number,
): Promise<Array<Omit<Case, 'notes' | 'photos'>>> =>
  db.list(cases, submittedPage(communityId, span, cursor, limit))

/** How many there are. One round trip. */
export const countCases = (db: Database, communityId: string, span: Span): Promise<number> =>
  db.count(cases, submittedIn(communityId, span, null))
/** Who is behind a case, as far as they chose to be known: for a reveal. */
export interface KnownReporter {
  communityId: string
  memberId: string
  /** null where they did not give their name. */
  name: string | null
}

/** The named entry for `privacy`; one round trip. */
export async function reporterOf(db: Database, caseId: string): Promise<KnownReporter | null> {
  const found = await db.read(cases, caseId)
  if (!found) return null
  const { communityId, reporterId, identity, reporterName } = found
  return { communityId, memberId: reporterId, name: identity === 'named' ? reporterName : null }
}

/** How many cases of somebody are under way, as far as they count. The named entry for `privacy`; one round trip. */
export const openCasesCount = async (db: Database, memberId: string): Promise<number> =>
  (await openCases(db, { memberId })).length

/** The photos that somebody reported with, the first first. The named entry for `privacy`; one round trip. */
export const photosOf = async (db: Database, reporterId: string): Promise<string[]> =>
  (await db.list(cases, photosReportedBy(reporterId))).flatMap(({ photos }) =>
    photos.map(({ photoId }) => photoId),
  )
