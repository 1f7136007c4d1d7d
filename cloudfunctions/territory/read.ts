import type { Database } from '../kit/database'
import { placesOf, withBox } from './queries'
import { compoundsIn, gridsIn, type Compound, type Grids } from './rules'
import { territoryNodes, type TerritoryNode } from './store'

export type { Compound, Grids } from './rules'

/**
 * The compounds of a community with their buildings, in order; none where there is no such community. The named entry
 * for other domains; one round trip.
 */
export const knownCompounds = async (db: Database, communityId: string): Promise<Compound[]> =>
  compoundsIn(await db.list(territoryNodes, placesOf(communityId, false)))

/** The same with the grids that its buildings are in now. One round trip. */
export async function compoundsAndGrids(
  db: Database,
  communityId: string,
): Promise<{ compounds: Compound[]; grids: Grids }> {
  const found = await db.list(territoryNodes, placesOf(communityId, true))
  return { compounds: compoundsIn(found), grids: gridsIn(found) }
}

/** The compound whose suggestion box has that code; null where it hangs no more. One round trip. */
export const compoundOfBox = async (
  db: Database,
  box: string,
): Promise<Pick<TerritoryNode, 'communityId' | 'name'> | null> =>
  (await db.list(territoryNodes, withBox(box)))[0] ?? null
