import { compileQuery, nearestMatches, type Reading } from '../query/find'
import { nearOf } from '../query/near'
import type { Collection } from '../store/collection'
import type { Filter, StoredDocument, Value } from '../types'
import { writePath } from '../update/edit'
import { invalid } from '../values/check'
import { cloneValue } from '../values/clone'
import { isPlainObject } from '../values/compare'
import { splitPath } from '../values/path'
import { valueAt } from '../expression/expression'

const KNOWN = [
  'near',
  'spherical',
  'distanceField',
  'limit',
  'maxDistance',
  'minDistance',
  'query',
  'distanceMultiplier',
  'includeLocs',
  'key',
]

/** Most documents that the stage gives when no limit is asked for. */
const MAX_DOCUMENTS = 100_000

/** The `$geoNear` stage: documents from near to far, each with its distance in metres. It must be the first one. */
export function nearestFirst(collection: Collection, operand: unknown, reading: Reading): StoredDocument[] {
  if (!isPlainObject(operand)) throw invalid('$geoNear needs an object')
  const other = Object.keys(operand).find((key) => !KNOWN.includes(key))
  if (other !== undefined) throw invalid(`$geoNear does not know "${other}"`)
  const {
    distanceField,
    includeLocs,
    distanceMultiplier: times = 1,
    limit = MAX_DOCUMENTS,
    spherical,
  } = operand
  if (spherical !== true) throw invalid('$geoNear needs spherical: true')
  const field = fieldOf('distanceField', distanceField)
  const places = includeLocs === undefined ? undefined : fieldOf('includeLocs', includeLocs)
  if (typeof times !== 'number' || times < 0)
    throw invalid('distanceMultiplier must be a number of 0 or more')
  if (!Number.isInteger(limit) || Number(limit) < 1)
    throw invalid('limit must be a whole number of at least 1')
  const path = indexedPath(collection, operand['key'])
  const filter = filterOf(path, operand)
  const near = nearOf(filter)
  if (!near) throw invalid('$geoNear needs a point')
  return nearestMatches(collection, compileQuery(filter), near, Number(limit), reading).map((document) => {
    const shown = cloneValue(document)
    writePath(shown, field, near.distanceOf(document) * times)
    if (places) writePath(shown, places, valueAt(document, splitPath(path)) as Value)
    return shown
  })
}

/** The field of the only index of places, or the one that `key` names. */
function indexedPath(collection: Collection, key: unknown): string {
  const paths = collection.indexes.flatMap(({ fields }) => (fields[0]?.geo ? [fields[0].path] : []))
  const [only, ...others] = key === undefined ? paths : paths.filter((path) => path === key)
  if (only === undefined)
    throw invalid(`"${collection.name}" needs an index of places (2dsphere) for $geoNear`)
  if (others.length > 0) throw invalid('$geoNear needs a key: there are several indexes of places')
  return only
}

function filterOf(path: string, operand: Record<string, unknown>): Filter {
  const { near, minDistance, maxDistance, query = {} } = operand
  if (!isPlainObject(query)) throw invalid('the query of $geoNear must be a filter')
  const bounds = {
    ...(minDistance === undefined ? {} : { $minDistance: minDistance }),
    ...(maxDistance === undefined ? {} : { $maxDistance: maxDistance }),
  }
  const nearness = { [path]: { $nearSphere: { $geometry: near, ...bounds } } }
  return Object.keys(query).length > 0 ? { $and: [query, nearness] } : nearness
}

function fieldOf(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.startsWith('$'))
    throw invalid(`${name} must name a field`)
  return value
}
