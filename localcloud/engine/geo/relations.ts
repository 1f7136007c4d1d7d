import type { Polygon, Shape } from './shape'
import {
  angle,
  angleToArc,
  type Arc,
  arcsCross,
  arcsMeet,
  dot,
  SAME_PLACE,
  sum,
  turn,
  unit,
  type Vector,
} from './sphere'

/** A circle on the sphere; the radius is an angle in radians. */
export interface Cap {
  centre: Vector
  radius: number
}

/** True when the whole shape lies inside of the circle. */
export function insideCap(shape: Shape, { centre, radius }: Cap): boolean {
  const corners = [...shape.places, ...allArcs(shape).flat()]
  return corners.every((corner) => angle(corner, centre) <= radius + SAME_PLACE)
}

/** True when each part of the shape lies inside of one of the polygons. Their edges belong to them. */
export function insidePolygons(shape: Shape, polygons: readonly Polygon[]): boolean {
  return (
    shape.places.every((place) => polygons.some((polygon) => holds(polygon, place))) &&
    shape.arcs.every((arc) => polygons.some((polygon) => holdsArc(polygon, arc))) &&
    shape.polygons.every((part) => polygons.some((polygon) => holdsPolygon(polygon, part)))
  )
}

/** True when the shapes have a place in common. */
export function meet(a: Shape, b: Shape): boolean {
  const [arcsA, arcsB] = [allArcs(a), allArcs(b)]
  return (
    cornersOf(a).some((place) => covers(b, place, arcsB)) ||
    cornersOf(b).some((place) => covers(a, place, arcsA)) ||
    arcsA.some((arc) => arcsB.some((other) => arcsMeet(arc, other)))
  )
}

/** The angle between a place and the nearest place of the shape; 0 inside of it. */
export function angleToShape(place: Vector, shape: Shape): number {
  if (shape.polygons.some((polygon) => holds(polygon, place))) return 0
  const toPlaces = shape.places.map((other) => angle(place, other))
  return allArcs(shape).reduce(
    (least, arc) => Math.min(least, angleToArc(place, arc)),
    Math.min(...toPlaces, Math.PI),
  )
}

/** True when the polygon has the place inside, its edges included, and not in a hole. */
export function holds([outside = [], ...holes]: Polygon, place: Vector): boolean {
  return ringHolds(outside, place) && !holes.some((hole) => !onRing(hole, place) && ringHolds(hole, place))
}

function covers(shape: Shape, place: Vector, arcs: readonly Arc[]): boolean {
  return (
    shape.places.some((other) => angle(place, other) < SAME_PLACE) ||
    arcs.some((arc) => angleToArc(place, arc) < SAME_PLACE) ||
    shape.polygons.some((polygon) => holds(polygon, place))
  )
}

/**
 * A ring turns once around each place inside of it, and around the place opposite of that, which lies on the other
 * half of the sphere. A ring is taken to enclose the smaller part of the sphere, as MongoDB does.
 */
function ringHolds(ring: readonly Arc[], place: Vector): boolean {
  if (onRing(ring, place)) return true
  const middle = ring.reduce<Vector>((total, [corner]) => sum(total, corner), [0, 0, 0])
  if (dot(middle, place) <= 0) return false
  const turned = ring.reduce((total, [from, to]) => total + turn(place, from, to), 0)
  return Math.abs(turned) > Math.PI
}

function onRing(ring: readonly Arc[], place: Vector): boolean {
  return ring.some((arc) => angleToArc(place, arc) < SAME_PLACE)
}

function holdsArc(polygon: Polygon, arc: Arc): boolean {
  const [from, to] = arc
  const middle = unit(sum(from, to))
  return (
    [from, middle, to].every((place) => holds(polygon, place)) &&
    !polygon.flat().some((edge) => arcsCross(edge, arc))
  )
}

function holdsPolygon(polygon: Polygon, part: Polygon): boolean {
  const [, ...holes] = polygon
  const [outside = [], ...own] = part
  // A hole inside of the part is allowed only where the part has a hole itself.
  const uncovered = holes.some(
    (hole) =>
      hole.some(([corner]) => ringHolds(outside, corner) && !onRing(outside, corner)) && own.length === 0,
  )
  return outside.every((arc) => holdsArc(polygon, arc)) && !uncovered
}

function allArcs(shape: Shape): Arc[] {
  return [...shape.arcs, ...shape.polygons.flat(2)]
}

function cornersOf(shape: Shape): Vector[] {
  return [...shape.places, ...allArcs(shape).flat()]
}
