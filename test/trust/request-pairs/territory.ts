import { pinganli } from '../../points/story'
import { newRequestId } from '../../support/cloud'
import type { Pair, Pairs } from './pair'

const place = { communityId: pinganli }
const reason = '调整网格'

/** 网格与楼栋. Both of a pair name the version that they saw, so that of the two one is done. */
export const territoryPairs: Pairs = ({ zhou }) => {
  const tree = () => zhou.get('territory.tree', place)
  const two = async (fields: object, first: object, other: object): Promise<Pair> => {
    const both = { ...place, version: (await tree()).version, ...fields }
    return {
      who: zhou,
      alone: true,
      inputs: [
        { ...both, ...first },
        { ...both, ...other },
      ],
    }
  }
  const grid = async (name: string) => {
    const making = { requestId: newRequestId(), ...place, version: (await tree()).version, name, reason }
    const added = { ...making, layer: 'governance' as const, buildingIds: [] }
    return (await zhou.get('territory.addGrid', added)).grids.find((one) => one.name === name)?.id ?? ''
  }
  const area = { kind: 'area' as const, parentId: null, units: 0 }
  return {
    'territory.addPlace': () => two(area, { name: '东片区' }, { name: '西片区' }),
    'territory.rename': async () => {
      const id = await grid('待改名网格')
      return two({ id, reason }, { name: '新名一' }, { name: '新名二' })
    },
    'territory.closePlace': async () => {
      const making = { requestId: newRequestId(), ...place, version: (await tree()).version, ...area }
      const { areas } = await zhou.get('territory.addPlace', { ...making, name: '空片区' })
      const id = areas.find(({ name }) => name === '空片区')?.id
      return two({ id }, { reason: '合并了' }, { reason: '写错了' })
    },
    'territory.addGrid': () =>
      two({ layer: 'governance', buildingIds: [], reason }, { name: '第八网格' }, { name: '第九网格' }),
    'territory.moveBuildings': async () => {
      const [one, other] = (await tree()).buildings
      const moving = { layer: 'governance', gridId: null, reason }
      return two(moving, { buildingIds: [one?.id] }, { buildingIds: [other?.id] })
    },
    'territory.closeGrid': async () => {
      const gridId = await grid('待合并网格')
      return two({ gridId, intoGridId: null }, { reason: '合并了' }, { reason: '写错了' })
    },
  }
}
