import type { Database } from '../kit/database'
import { noFigures } from '../points/figures'
import type { Difference } from '../points/proof'
import { allItems } from '../points/queries'
import { items, proofs } from '../points/store'
import type { ReconcileRun } from './store'

/** Stops redemption in the communities in which something was found. What was redeemed can still be picked up. */
export async function freezeBroken(db: Database, found: readonly Difference[], now: Date): Promise<void> {
  for (const communityId of new Set(found.map((difference) => difference.communityId))) {
    const proof = await db.read(proofs, communityId)
    const differences = found.filter((difference) => difference.communityId === communityId).length
    const figures = { ...(proof?.figures ?? noFigures), differences }
    await db.put(proofs, { _id: communityId, schemaVersion: 1, frozen: true, at: now.toISOString(), figures })
    await setFrozen(db, communityId, true)
  }
}

/** Puts a finished run's figures where staff see them, and opens what is clean again. */
export async function publishProofs(db: Database, run: ReconcileRun, now: Date): Promise<void> {
  for (const { communityId, ...figures } of run.communities) {
    const frozen = figures.differences > 0
    await db.put(proofs, { _id: communityId, schemaVersion: 1, frozen, at: now.toISOString(), figures })
    await setFrozen(db, communityId, frozen)
  }
}

async function setFrozen(db: Database, communityId: string, frozen: boolean): Promise<void> {
  for (const item of await db.list(items, allItems(communityId))) {
    if (item.frozen !== frozen) await db.changeIf(items, item._id, { frozen: !frozen }, { frozen })
  }
}
