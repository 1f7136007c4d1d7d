import { placeOf } from '../community/read'
import type { Input, Output } from '../contract'
import { audits } from '../kit/audit'
import type { Context } from '../kit/handler'
import type { Tx } from '../kit/transact'
import { inForce } from './queries'
import { rootIdOf, territoryNodes, type TerritoryNode } from './store'
import { treeView } from './views'

export type Changing =
  | 'territory.addPlace'
  | 'territory.rename'
  | 'territory.closePlace'
  | 'territory.addGrid'
  | 'territory.moveBuildings'
  | 'territory.closeGrid'

/** What a change does: documents that are new, documents that are others now, and what the audit says of it. */
export interface Change {
  added?: readonly TerritoryNode[]
  changed?: readonly TerritoryNode[]
  /** The place or the grid; the community where it is about several. */
  document: string
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

/**
 * Changes the territory of a community in one transaction with its audit row. The community's own document goes into
 * each of them, so that changes of one community come one after the other and each decides on what the one before
 * left. A repeat finds its audit row and changes nothing. Eight round trips and one for each document.
 * @param decide sees what is in force, without units
 */
export async function change<N extends Changing>(
  action: N,
  { communityId, version }: Pick<Input<Changing>, 'communityId' | 'version'>,
  context: Context<N>,
  decide: (nodes: readonly TerritoryNode[]) => Change | Promise<Change>,
): Promise<Output<'territory.tree'>> {
  const { db, me, now, inputHash } = context as Context<Changing>
  const fail: (code: 'CHANGED_MEANWHILE' | 'NOT_FOUND' | 'CONFLICT') => never = context.fail
  const id = context.effectId('a')
  const at = now.toISOString()
  return db.transact(async (tx) => {
    const earlier = await tx.find(audits, id)
    const root = await tx.find(territoryNodes, rootIdOf(communityId))
    // Whoever changes something after this read has changed the community's document, and this one starts over.
    const nodes = (await db.list(territoryNodes, inForce(communityId))).filter(
      ({ kind }) => kind !== 'community',
    )
    if (earlier)
      return earlier.inputHash === inputHash ? treeView(communityId, root, nodes, me) : fail('CONFLICT')
    if (!root && !(await placeOf(db, communityId))) return fail('NOT_FOUND')
    if (version !== (root?.version ?? 0)) return fail('CHANGED_MEANWHILE')
    const made = await decide(nodes)
    const raised = await write(tx, root ?? rootOf(communityId, at), made)
    await tx.insert(audits, {
      ...{ _id: id, schemaVersion: 1, communityId, actor: me.memberId, action, inputHash, at },
      ...{ document: made.document, before: made.before ?? {}, after: made.after },
    })
    return treeView(communityId, raised, merged(nodes, made), me)
  })
}

/** @returns the community's document with the next version */
async function write(
  tx: Tx,
  root: TerritoryNode,
  { added = [], changed = [] }: Change,
): Promise<TerritoryNode> {
  for (const node of added) await tx.insert(territoryNodes, node)
  for (const node of changed) await tx.put(territoryNodes, node)
  return tx.put(territoryNodes, { ...root, version: root.version + 1 })
}

const merged = (nodes: readonly TerritoryNode[], { added = [], changed = [] }: Change): TerritoryNode[] => {
  const byId = new Map([...nodes, ...added, ...changed].map((node) => [node._id, node]))
  return [...byId.values()].filter(({ state, kind }) => state === 'in_force' && kind !== 'unit')
}

/** The document of a community that has no territory yet. */
export const rootOf = (communityId: string, at: string): TerritoryNode => ({
  ...{ _id: rootIdOf(communityId), schemaVersion: 1, kind: 'community', communityId, parentId: null },
  ...{
    path: communityId,
    name: '',
    key: '',
    sibling: communityId,
    rank: 1,
    box: null,
    layer: null,
    units: 0,
  },
  ...{ inGrids: { governance: null, construction: null }, grids: [], state: 'in_force', since: at },
  ...{ closedAt: null, timeline: [], version: 0 },
})
