import { bounds } from '../contract/territory-bounds'
import { members } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { everIn, membersById, namesOf } from './queries'
import { territoryNodes, type Membership, type TerritoryNode } from './store'
import { historyRows } from './views'

interface Told {
  row: Membership
  otherId: string
}

/** Four round trips. */
export const history: Handler<'territory.history'> = async ({ communityId, id }, { db, fail }) => {
  const node = await db.read(territoryNodes, id)
  if (!node || node.communityId !== communityId || node.kind === 'community') return fail('NOT_FOUND')
  const { told, names } = await (node.kind === 'grid' ? ofGrid(db, node) : ofPlace(db, node))
  const actors = [
    ...node.timeline.map(({ by }) => by),
    ...told.flatMap(({ row }) => [row.by, row.endedBy ?? row.by]),
  ]
  const people = await db.list(members, membersById([...new Set(actors)]))
  const known = [...names, ...people].map(({ _id, name }) => [_id, name] as const)
  return {
    id,
    kind: node.kind,
    name: node.name,
    closed: node.state === 'closed',
    rows: historyRows(node, told, new Map(known)).slice(0, bounds.historyRows),
  }
}

type Named = Pick<TerritoryNode, '_id' | 'name'>

/** A building's rows are its own. */
async function ofPlace(db: Database, { grids }: TerritoryNode): Promise<{ told: Told[]; names: Named[] }> {
  const ids = [...new Set(grids.map(({ gridId }) => gridId))]
  const names = ids.length > 0 ? await db.list(territoryNodes, namesOf(ids)) : []
  return { told: grids.map((row) => ({ row, otherId: row.gridId })), names }
}

/** A grid's are those of its buildings. */
async function ofGrid(db: Database, { _id }: TerritoryNode): Promise<{ told: Told[]; names: Named[] }> {
  const names = await db.list(territoryNodes, everIn(_id))
  const told = names.flatMap(({ _id: otherId, grids }) =>
    grids.filter(({ gridId }) => gridId === _id).map((row) => ({ row, otherId })),
  )
  return { told, names }
}
