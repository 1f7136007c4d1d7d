/** Bounds of `territory` that no form shows. */
export const bounds = {
  /** Of one community, in force: all but the units, which are counted with their buildings. */
  nodes: 600,
  areas: 30,
  compounds: 60,
  buildings: 400,
  buildingsOfCompound: 200,
  grids: 60,
  /** A community, areas in areas, a compound, a building and a unit. */
  pathLength: 240,
  /** Areas that lie in one another. */
  areaDepth: 4,
  /** Grids that one building was in, of both layers; the page of a building shows all of them. */
  memberships: 100,
  timelineRows: 60,
  /** The latest, of a building or a grid. */
  historyRows: 200,
} as const
