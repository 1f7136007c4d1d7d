import { invalid } from '../values/check'

const GEO_OPERATORS = new Set(['$near', '$nearSphere', '$geoNear', '$geoWithin', '$geoIntersects'])

/** Refuses CloudBase's geo operators by name. Points are stored as GeoJSON; no index and no test knows them. */
export function refuseGeo(operator: string): void {
  if (GEO_OPERATORS.has(operator)) throw invalid(`the local cloud does not answer geo queries (${operator})`)
}
