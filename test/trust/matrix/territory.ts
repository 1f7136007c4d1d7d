import { pinganli } from '../../party/story'
import { newRequestId } from '../../support/cloud'
import type { DomainMatrix } from './table'

const place = { communityId: pinganli }
const reason = '调整网格'

/**
 * Of those who may change something whoever is first does, and the others, who name the version before, are told so.
 * Closing and merging are tried on what is made for them.
 */
export const territory: DomainMatrix<'territory'> = {
  prepare: async ({ cloud }) => {
    const qian = await cloud.staff('qian')
    const tree = () => qian.get('territory.tree', place)
    const now = async () => ({ ...place, version: (await tree()).version })
    const grid = async (name: string) => {
      const making = { requestId: newRequestId(), ...(await now()), name, buildingIds: [], reason }
      const { grids } = await qian.get('territory.addGrid', { ...making, layer: 'construction' })
      return grids.find((one) => one.name === name)?.id ?? ''
    }
    const [building] = (await tree()).buildings
    const id = building?.id ?? ''
    const area = { kind: 'area', parentId: null, units: 0 } as const
    return {
      tree: () => place,
      units: () => ({ ...place, buildingId: id }),
      history: () => ({ ...place, id }),
      addPlace: async () => ({ ...(await now()), ...area, name: '西片区' }),
      rename: async () => ({ ...(await now()), id, name: '1号楼', reason }),
      closePlace: async () => {
        const making = { requestId: newRequestId(), ...(await now()), ...area, name: '多余片区' }
        const { areas } = await qian.get('territory.addPlace', making)
        return { ...(await now()), id: areas.find(({ name }) => name === '多余片区')?.id ?? '', reason }
      },
      addGrid: async () => ({
        ...{ ...(await now()), layer: 'construction', name: '建管九格', buildingIds: [], reason },
      }),
      moveBuildings: async () => {
        const gridId = await grid('建管八格')
        return { ...(await now()), layer: 'construction', gridId, buildingIds: [id], reason }
      },
      closeGrid: async () => {
        const gridId = await grid('建管七格')
        return { ...(await now()), gridId, intoGridId: null, reason }
      },
    }
  },
  expected: `
                 guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  tree           U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    +N+N  FFFF      +N+N  FFF     +         +        U
  units          U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    +N+N  FFFF      +N+N  FFF     +         +        U
  history        U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    +N+N  FFFF      +N+N  FFF     +         +        U
  addPlace       U      F        F    F      FFF       FFF         FFFF    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     F         F        U
  rename         U      F        F    F      FFF       FFF         FFFF    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     F         F        U
  closePlace     U      F        F    F      FFF       FFF         FFFF    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     F         F        U
  addGrid        U      F        F    F      FFF       FFF         FFFF    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     F         F        U
  moveBuildings  U      F        F    F      FFF       FFF         FFFF    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     F         F        U
  closeGrid      U      F        F    F      FFF       FFF         FFFF    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     F         F        U
`,
}
