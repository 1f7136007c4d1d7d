import type { Database } from '../kit/database'
import type { Tx } from '../kit/transact'
import { isAsBefore, leansOn, whyNotBack } from './back'
import { laidOut, type ListedBuilding, type Listing, type Written } from './layOut'
import { inForce, nodesById, unitsOfAll } from './queries'
import { rootOf } from './root'
import { keyOf } from './rules'
import { rootIdOf, territoryNodes, type TerritoryNode } from './store'

/** What imports need of the territory: the named entry. */
export { TerritoryNode } from './store'
export { laidOut } from './layOut'
export type { ListedBuilding, Listing, Written } from './layOut'

/** Buildings whose units one query can ask for. */
const pageSize = 50

/**
 * All that is in force, with the units of some buildings: what a list is compared with. Two round trips, and one for
 * each fifty buildings beyond.
 */
export async function nodesWithUnits(
  db: Database,
  communityId: string,
  listed: readonly Pick<ListedBuilding, 'building'>[],
): Promise<TerritoryNode[]> {
  const nodes = (await db.list(territoryNodes, inForce(communityId))).filter(
    ({ kind }) => kind !== 'community',
  )
  const keys = new Set(listed.map(({ building }) => keyOf('building', building)))
  const ids = nodes.filter(({ kind, key }) => kind === 'building' && keys.has(key)).map(({ _id }) => _id)
  const pages = Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, page) =>
    db.list(territoryNodes, unitsOfAll(ids.slice(page * pageSize, (page + 1) * pageSize))),
  )
  return [...nodes, ...(await Promise.all(pages)).flat()]
}

/**
 * Brings a community's territory to what a list says, inside the caller's transaction. It comes one after the other
 * with every other change of the community, and raises its version.
 * @returns what was written; null where it does not fit, and then nothing was
 */
export async function drawList(
  { tx, db }: { tx: Tx; db: Database },
  listed: readonly ListedBuilding[],
  listing: Listing,
): Promise<Written[] | null> {
  const root = await tx.find(territoryNodes, rootIdOf(listing.communityId))
  const written = laidOut(await nodesWithUnits(db, listing.communityId, listed), listed, listing)
  if (!written) return null
  for (const { before, after } of written)
    await (before ? tx.put(territoryNodes, after) : tx.insert(territoryNodes, after))
  await raise(tx, root ?? rootOf(listing.communityId, listing.at))
  return written
}

/** Nodes that were written, as they are now. */
const presentOf = async (db: Database, written: readonly Written[]): Promise<Map<string, TerritoryNode>> => {
  const ids = written.map(({ after }) => after._id)
  const found = ids.length > 0 ? await db.list(territoryNodes, nodesById(ids)) : []
  return new Map(found.map((node) => [node._id, node]))
}

/**
 * Whether what a list wrote can be taken back: nobody has changed it since, and nothing else leans on what it added.
 * Two round trips.
 * @param mine whether a node that leans on it is of the same list
 */
export async function mayTakeBack(
  db: Database,
  communityId: string,
  written: readonly Written[],
  mine: (id: string) => Promise<boolean>,
): Promise<boolean> {
  if (whyNotBack(written, await presentOf(db, written))) return false
  for (const { _id } of leansOn(written, await db.list(territoryNodes, inForce(communityId))))
    if (!(await mine(_id))) return false
  return true
}

/**
 * Takes back what a list wrote, inside the caller's transaction.
 * @returns whether it could; if not, nothing was changed
 */
export async function takeBack(
  { tx, db }: { tx: Tx; db: Database },
  communityId: string,
  written: readonly Written[],
): Promise<boolean> {
  const root = await tx.find(territoryNodes, rootIdOf(communityId))
  const present = await presentOf(db, written)
  if (!root || whyNotBack(written, present)) return false
  if (leansOn(written, await db.list(territoryNodes, inForce(communityId))).length > 0) return false
  for (const one of written) {
    if (isAsBefore(one, present)) continue
    await (one.before ? tx.put(territoryNodes, one.before) : tx.remove(territoryNodes, one.after._id))
  }
  await raise(tx, root)
  return true
}

const raise = (tx: Tx, root: TerritoryNode) => tx.put(territoryNodes, { ...root, version: root.version + 1 })
