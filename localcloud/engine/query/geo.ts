import { boxOfCircle, boxOfShape, type Box } from '../geo/box'
import { isPosition, type Position } from '../geo/position'
import { angleToShape, insideCap, insidePolygons, meet } from '../geo/relations'
import { readShape, type Shape } from '../geo/shape'
import { EARTH_RADIUS_METRES, type Vector, vectorOf } from '../geo/sphere'
import { invalid } from '../values/check'
import { isPlainObject, type MaybeValue } from '../values/compare'

/** A condition on places: a test of single values, and the box outside of which none can pass. */
export interface GeoCondition {
  matches: (value: MaybeValue) => boolean
  /** undefined: anywhere. */
  box?: Box
}

/** The conditions that CloudBase's `geoWithin`, `geoIntersects` and `geoNear` send. */
const CONDITIONS: Record<string, (operand: Record<string, unknown>) => GeoCondition> = {
  $geoWithin: (operand) => ('$centerSphere' in operand ? withinCircle(operand) : withinArea(operand)),
  $geoIntersects: intersecting,
  $nearSphere: near,
}

export const GEO_OPERATORS: readonly string[] = Object.keys(CONDITIONS)

/** Compiles one condition; refuses every operator that is not known. */
export function geoCondition(operator: string, operand: unknown): GeoCondition {
  const compile = Object.hasOwn(CONDITIONS, operator) ? CONDITIONS[operator] : undefined
  if (!compile) throw invalid(`the filter operator ${operator} is not supported`)
  if (!isPlainObject(operand)) throw invalid(`${operator} needs an object`)
  return compile(operand)
}

export function geoTest(operator: string, operand: unknown): GeoCondition['matches'] {
  return geoCondition(operator, operand).matches
}

/** What `$nearSphere` asks for; distances in metres. */
export interface Nearness {
  position: Position
  from: Vector
  least: number
  most: number
}

export function nearnessOf(operand: unknown): Nearness {
  const { $geometry, $minDistance, $maxDistance, ...others } = isPlainObject(operand) ? operand : {}
  checkOthers('$nearSphere', others)
  const position =
    isPlainObject($geometry) && $geometry['type'] === 'Point' ? $geometry['coordinates'] : undefined
  if (!isPosition(position)) throw invalid('$nearSphere needs a point')
  const [least, most] = [$minDistance ?? 0, $maxDistance ?? Infinity]
  if (!isDistance(least) || !isDistance(most)) throw invalid('a distance is a number of metres, 0 or more')
  return { position, from: vectorOf(position), least, most }
}

/** Metres from a point to the nearest part of a value; undefined when it is no place. An array counts by its nearest. */
export function distanceTo(from: Vector, value: MaybeValue): number | undefined {
  if (Array.isArray(value)) {
    const distances = value.flatMap((element) => distanceTo(from, element) ?? [])
    return distances.length > 0 ? Math.min(...distances) : undefined
  }
  const shape = shapeOf(value)
  return shape && angleToShape(from, shape) * EARTH_RADIUS_METRES
}

function near(operand: Record<string, unknown>): GeoCondition {
  const { position, from, least, most } = nearnessOf(operand)
  return {
    matches: (value) => {
      const distance = distanceTo(from, value)
      return distance !== undefined && distance >= least && distance <= most
    },
    box: most === Infinity ? undefined : boxOfCircle(position, most / EARTH_RADIUS_METRES),
  }
}

function withinCircle({ $centerSphere, ...others }: Record<string, unknown>): GeoCondition {
  checkOthers('$geoWithin', others)
  const [position, radius] = Array.isArray($centerSphere) ? ($centerSphere as unknown[]) : []
  if (!isPosition(position) || !isDistance(radius)) {
    throw invalid('$centerSphere needs [[longitude, latitude], radius in radians]')
  }
  const cap = { centre: vectorOf(position), radius }
  return { matches: ofShape((shape) => insideCap(shape, cap)), box: boxOfCircle(position, radius) }
}

function withinArea({ $geometry, ...others }: Record<string, unknown>): GeoCondition {
  checkOthers('$geoWithin', others)
  const area = geometryOf('$geoWithin', $geometry)
  if (area.polygons.length === 0) throw invalid('$geoWithin needs a Polygon or a MultiPolygon')
  return { matches: ofShape((shape) => insidePolygons(shape, area.polygons)), box: boxOfShape(area) }
}

function intersecting({ $geometry, ...others }: Record<string, unknown>): GeoCondition {
  checkOthers('$geoIntersects', others)
  const other = geometryOf('$geoIntersects', $geometry)
  return { matches: ofShape((shape) => meet(shape, other)), box: boxOfShape(other) }
}

function ofShape(test: (shape: Shape) => boolean): GeoCondition['matches'] {
  return (value) => {
    const shape = shapeOf(value)
    return shape !== undefined && test(shape)
  }
}

function geometryOf(operator: string, geometry: unknown): Shape {
  const shape = readShape(geometry)
  if (typeof shape === 'string') throw invalid(`${operator}: ${shape}`)
  return shape
}

/** What is no place is never found; an index would not have taken it in. */
function shapeOf(value: MaybeValue): Shape | undefined {
  if (!isPlainObject(value)) return undefined
  const shape = readShape(value)
  return typeof shape === 'string' ? undefined : shape
}

function checkOthers(operator: string, others: object): void {
  const [other] = Object.keys(others)
  if (other !== undefined) throw invalid(`${operator} does not know ${other}`)
}

function isDistance(value: unknown): value is number {
  return typeof value === 'number' && value >= 0
}
