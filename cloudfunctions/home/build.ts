import { communityView } from '../community/views'
import type { Place } from '../community/store'
import { limits } from '../contract/limits'
import { hashOf } from '../kit/canonical'
import type { Database } from '../kit/database'
import { above, atMost, type Condition } from '../kit/where'
import { meetingsAhead } from '../meetings/read'
import { noticesShown } from '../notices/read'
import { briefView } from '../notices/views'
import { nextActivities, waitingCount } from '../party/read'
import { itemsOnShow } from '../points/read'
import { boardLimits, boards, type Board, type BoardContent } from './store'

/**
 * Looks up what a community's board is to say. Six round trips.
 * @param now the moment at which the looking begins
 * @returns null where there is no such community
 */
export async function buildBoard(
  db: Database,
  communityId: string,
  known: readonly Place[],
  now: Date,
): Promise<Board | null> {
  const community = communityView(communityId, known)
  if (!community) return null
  const [meetings, items, notices, activities, waitingApplications] = await Promise.all([
    meetingsAhead(db, communityId, now, boardLimits.meetings),
    itemsOnShow(db, communityId, limits.home.items),
    noticesShown(db, communityId, now),
    nextActivities(db, communityId, now, boardLimits.activities),
    waitingCount(db, communityId),
  ])
  const content: BoardContent = {
    community,
    meetings,
    items: items.map(onBoard),
    notices: notices
      .filter(({ audience }) => audience.kind !== 'staff')
      .slice(0, boardLimits.notices)
      .map(briefView),
    activities,
    waitingApplications,
  }
  return {
    _id: communityId,
    schemaVersion: 3,
    builtAt: now.toISOString(),
    hash: hashOf(content),
    ...content,
  }
}

/** A board from so far ahead was looked up by a clock that was wrong, and stands in nobody's way. */
const aheadMs = 10 * 60_000

/** Writes a board unless one that was looked up later is there. One round trip, three for the first board. */
export async function putBoard(db: Database, board: Board): Promise<void> {
  const { _id, builtAt, ...fields } = board
  const write = (when: Condition) => db.changeIf(boards, _id, { builtAt: when }, { builtAt, ...fields })
  const wrongFrom = new Date(Date.parse(builtAt) + aheadMs).toISOString()
  if ((await write(atMost(builtAt))) || (await write(above(wrongFrom)))) return
  await db.insert(boards, board)
}

/** Of an item, what a board shows. */
const onBoard = (item: Awaited<ReturnType<typeof itemsOnShow>>[number]): BoardContent['items'][number] => ({
  _id: item._id,
  communityId: item.communityId,
  name: item.name,
  description: item.description,
  costPoints: item.costPoints,
  left: item.left,
  state: item.state,
  frozen: item.frozen,
  limitPerPerson: item.limitPerPerson,
  limitPeriod: item.limitPeriod,
  pickupPlace: item.pickupPlace,
  pickupHours: item.pickupHours,
  photoId: item.photoId,
})
