import { isPlainObject } from '../values/compare'
import { equalPositions, isPosition, isPositionList, type Position } from './position'
import { type Arc, arcsCross, arcsMeet, type Vector, vectorOf } from './sphere'

/** The outside of a polygon first, then its holes, each a closed chain of arcs. */
export type Polygon = readonly (readonly Arc[])[]

/** What a GeoJSON value covers: single places, lines and areas. */
export interface Shape {
  places: Vector[]
  arcs: Arc[]
  polygons: Polygon[]
  /** Every position of it, for its bounds. */
  positions: Position[]
}

/** Most positions of one value. */
const MAX_POSITIONS = 10_000

/**
 * Reads one of the six kinds of GeoJSON that CloudBase stores. A polygon's rings must be closed, have three different
 * corners and not cross themselves.
 * @returns why it is no such thing, as a text
 */
export function readShape(value: unknown): Shape | string {
  if (!isPlainObject(value)) return 'a place must be a GeoJSON object'
  const { type, coordinates } = value
  const add = typeof type === 'string' && Object.hasOwn(KINDS, type) ? KINDS[type] : undefined
  if (!add) return `GeoJSON of the type ${JSON.stringify(type)?.slice(0, 40)} is not known`
  const shape: Shape = { places: [], arcs: [], polygons: [], positions: [] }
  const problem = add(shape, coordinates)
  if (problem) return problem
  return shape.positions.length > MAX_POSITIONS
    ? `a place may have at most ${MAX_POSITIONS} positions`
    : shape
}

type Reader = (shape: Shape, coordinates: unknown) => string | undefined

const KINDS: Record<string, Reader> = {
  Point: readPoint,
  LineString: readLine,
  Polygon: readPolygon,
  MultiPoint: several(readPoint),
  MultiLineString: several(readLine),
  MultiPolygon: several(readPolygon),
}

function several(read: Reader): Reader {
  return (shape, coordinates) => {
    if (!Array.isArray(coordinates) || coordinates.length === 0) return 'several parts are needed'
    for (const part of coordinates) {
      const problem = read(shape, part)
      if (problem) return problem
    }
    return undefined
  }
}

function readPoint(shape: Shape, coordinates: unknown): string | undefined {
  if (!isPosition(coordinates)) return 'a position is [longitude, latitude] in degrees'
  shape.places.push(vectorOf(coordinates))
  shape.positions.push(coordinates)
  return undefined
}

function readLine(shape: Shape, coordinates: unknown): string | undefined {
  if (!isPositionList(coordinates) || coordinates.length < 2) return 'a line needs two positions'
  const arcs = arcsOf(coordinates)
  if (arcs.length === 0) return 'a line needs two different positions'
  shape.arcs.push(...arcs)
  shape.positions.push(...coordinates)
  return undefined
}

function readPolygon(shape: Shape, coordinates: unknown): string | undefined {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return 'a polygon needs a ring'
  const rings: Arc[][] = []
  for (const ring of coordinates as unknown[]) {
    if (!isPositionList(ring) || ring.length < 4) return 'a ring needs four positions'
    if (!equalPositions(ring[0], ring.at(-1))) return 'a ring ends where it begins'
    const arcs = arcsOf(ring)
    if (arcs.length < 3) return 'a ring needs three different corners'
    if (crossesItself(arcs)) return 'the sides of a ring may not cross'
    rings.push(arcs)
    shape.positions.push(...ring)
  }
  shape.polygons.push(rings)
  return undefined
}

/** Positions that follow one another at the same place are one. */
function arcsOf(positions: readonly Position[]): Arc[] {
  return positions.slice(1).flatMap((position, i): Arc[] => {
    const before = positions[i]
    return !before || equalPositions(before, position) ? [] : [[vectorOf(before), vectorOf(position)]]
  })
}

/** Neighbours meet in their common corner; others may not meet at all. */
function crossesItself(arcs: readonly Arc[]): boolean {
  return arcs.some((arc, i) =>
    arcs.slice(i + 1).some((other, distance) => {
      const neighbours = distance === 0 || (i === 0 && distance === arcs.length - 2)
      return neighbours ? arcsCross(arc, other) : arcsMeet(arc, other)
    }),
  )
}
