import { rootIdOf, type TerritoryNode } from './store'

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
