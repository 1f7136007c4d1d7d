import type { Database } from '../cloudfunctions/kit/database'
import { memberIdOf, effectId } from '../cloudfunctions/kit/ids'
import { addGrid } from '../cloudfunctions/territory/addGrid'
import { placedIn } from '../cloudfunctions/territory/memberships'
import { newNode } from '../cloudfunctions/territory/nodes'
import { rootOf } from '../cloudfunctions/territory/root'
import { rootIdOf, territoryNodes, type Layer, type TerritoryNode } from '../cloudfunctions/territory/store'
import { act } from './act'
import { personaOf } from './personas'
import { liulin, pinganli } from './places'

/** A compound with its buildings, by the number of the first and the last, each of so many units. */
type DemoCompound = { box: string; name: string; first: number; last: number; units: number }

/** A grid of a layer with its buildings, by the number of the first and the last. */
type DemoGrid = { layer: Layer; name: string; first: number; last: number }

interface DemoTerritory {
  communityId: string
  compounds: readonly DemoCompound[]
  grids: readonly DemoGrid[]
}

const outside = '小区外（路上、广场）'

/** Of each community, and what lies outside of its compounds: the box of that hangs in the community's hall. */
const demoTerritories: readonly DemoTerritory[] = [
  {
    communityId: pinganli,
    compounds: [
      { box: 'pinganyuan1', name: '平安花园', first: 1, last: 12, units: 3 },
      { box: 'huaiyinli01', name: '槐荫里', first: 13, last: 20, units: 3 },
      { box: 'outside0101', name: outside, first: 1, last: 0, units: 0 },
    ],
    grids: [
      { layer: 'governance', name: '第一网格', first: 1, last: 6 },
      { layer: 'governance', name: '第二网格', first: 7, last: 12 },
      { layer: 'governance', name: '第三网格', first: 13, last: 20 },
      { layer: 'construction', name: '建管一格', first: 1, last: 10 },
      { layer: 'construction', name: '建管二格', first: 11, last: 20 },
    ],
  },
  {
    communityId: liulin,
    compounds: [
      { box: 'liulinyuan1', name: '柳林苑', first: 1, last: 9, units: 2 },
      { box: 'outside0201', name: outside, first: 1, last: 0, units: 0 },
    ],
    grids: [
      { layer: 'governance', name: '柳林东网格', first: 1, last: 5 },
      { layer: 'governance', name: '柳林西网格', first: 6, last: 9 },
      { layer: 'construction', name: '柳林建管网格', first: 1, last: 9 },
    ],
  },
]

/** What the communities were divided into, and a grid of 平安里 that was split since. Can be repeated. */
export async function layOutTerritory(db: Database, since: Date, splitAt: Date): Promise<void> {
  for (const one of demoTerritories) {
    const root = { ...rootOf(one.communityId, since.toISOString()), version: 1 }
    if (await db.read(territoryNodes, root._id)) continue
    const nodes = nodesOf(one, since.toISOString())
    // An attempt that was killed has written some of them.
    if (!(await db.insertMany(territoryNodes, nodes)))
      await Promise.all(nodes.map((node) => db.put(territoryNodes, node)))
    await db.insert(territoryNodes, root)
  }
  if ((await db.read(territoryNodes, rootIdOf(pinganli)))?.version === 1) await split(splitAt)
}

async function split(at: Date): Promise<void> {
  const buildingIds = [17, 18, 19, 20].map((number) => idOf(pinganli, `building ${number}`))
  await act(
    'territory.addGrid',
    addGrid,
    'qian',
    {
      ...{ requestId: 'demo-split-grid-3-4', communityId: pinganli, version: 1, layer: 'governance' },
      ...{ name: '第四网格', buildingIds, reason: '第三网格户数太多，一个人走不过来' },
    },
    at,
  )
}

function nodesOf({ communityId, compounds, grids }: DemoTerritory, at: string): TerritoryNode[] {
  const by = memberIdOf(personaOf('zhou').openId)
  const doing = { at, by, reason: '' }
  const made = grids.map(({ layer, name }, index) => {
    const _id = idOf(communityId, `grid ${name}`)
    return newNode({ _id, kind: 'grid', communityId, name, layer, rank: index + 1 }, null, doing)
  })
  const placed = compounds.flatMap((compound, index) => placesIn(communityId, compound, index + 1, doing))
  return [...made, ...placed.map((node) => inItsGrids(node, { communityId, grids, doing }))]
}

type Doing = Parameters<typeof newNode>[2]

function placesIn(
  communityId: string,
  { box, name, first, last, units }: DemoCompound,
  rank: number,
  doing: Doing,
): TerritoryNode[] {
  const compound = newNode(
    { _id: idOf(communityId, `compound ${box}`), kind: 'compound', communityId, name, rank, box },
    null,
    doing,
  )
  const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const buildings = numbers.flatMap((number) => {
    const _id = idOf(communityId, `building ${number}`)
    const named = { _id, kind: 'building', communityId, name: `${number} 号楼`, rank: number, units } as const
    const building = newNode(named, compound, doing)
    const own = Array.from({ length: units }, (_, index) => {
      const unit = { kind: 'unit', communityId, name: `${index + 1} 单元`, rank: index + 1 } as const
      return newNode({ ...unit, _id: idOf(communityId, `unit ${number}-${index + 1}`) }, building, doing)
    })
    return [building, ...own]
  })
  return [compound, ...buildings]
}

function inItsGrids(
  node: TerritoryNode,
  { communityId, grids, doing }: { communityId: string; grids: readonly DemoGrid[]; doing: Doing },
): TerritoryNode {
  if (node.kind !== 'building') return node
  return grids
    .filter(({ first, last }) => first <= node.rank && node.rank <= last)
    .reduce((placed, { layer, name }) => {
      const gridId = idOf(communityId, `grid ${name}`)
      return placedIn(placed, { layer, gridId, ...doing, reason: '开始分网格' }) ?? placed
    }, node)
}

const idOf = (communityId: string, what: string): string =>
  effectId('z', 'demo', `${communityId} ${what}`, 'demo')
