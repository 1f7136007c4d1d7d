import { pinganli } from '../affairs/story'
import { newRequestId } from '../support/cloud'
import type { CallsOf, Stage } from './call'

const place = { communityId: pinganli }
const reason = '调整网格'

/** 平安里's grids have four to twelve buildings; each that moves is one more. */
export const territory: CallsOf<'territory'> = {
  tree: async ({ persona }) => [await persona('guo'), place],
  units: async (stage) => [await stage.persona('guo'), { ...place, buildingId: await buildingOf(stage, 0) }],
  history: async (stage) => [await stage.persona('guo'), { ...place, id: await buildingOf(stage, 16) }],
  addPlace: async (stage) => {
    const { qian, changing, tree } = await changingOf(stage)
    const parentId = tree.compounds.find(({ name }) => name === '槐荫里')?.id
    return [qian, { ...changing, kind: 'building', parentId, name: '21 号楼', units: 3 }]
  },
  rename: async (stage) => {
    const { qian, changing, tree } = await changingOf(stage)
    return [qian, { ...changing, id: tree.grids[0]?.id, name: '幸福网格', reason }]
  },
  closePlace: async (stage) => {
    const { qian } = await changingOf(stage)
    const area = { kind: 'area' as const, parentId: null, name: '旧片区', units: 0 }
    const { areas } = await qian.get('territory.addPlace', { ...(await changingOf(stage)).changing, ...area })
    const id = areas.find(({ name }) => name === '旧片区')?.id
    return [qian, { ...(await changingOf(stage)).changing, id, reason }]
  },
  addGrid: async (stage) => {
    const { qian, changing, tree } = await changingOf(stage)
    const buildingIds = tree.buildings.slice(0, 3).map(({ id }) => id)
    return [qian, { ...changing, layer: 'governance', name: '第五网格', buildingIds, reason }]
  },
  moveBuildings: async (stage) => {
    const { qian, changing, tree } = await changingOf(stage)
    const gridId = tree.grids.find(({ name }) => name === '第二网格')?.id
    const buildingIds = tree.buildings.slice(12, 15).map(({ id }) => id)
    return [qian, { ...changing, layer: 'governance', gridId, buildingIds, reason }]
  },
  closeGrid: async (stage) => {
    const { qian, changing, tree } = await changingOf(stage)
    const [gridId, intoGridId] = ['第四网格', '第三网格'].map(
      (name) => tree.grids.find((grid) => grid.name === name)?.id,
    )
    return [qian, { ...changing, gridId, intoGridId, reason }]
  },
}

async function changingOf({ persona }: Stage) {
  const qian = await persona('qian')
  const tree = await qian.get('territory.tree', place)
  return { qian, tree, changing: { requestId: newRequestId(), ...place, version: tree.version } }
}

const buildingOf = async (stage: Stage, index: number) =>
  (await changingOf(stage)).tree.buildings[index]?.id ?? ''
