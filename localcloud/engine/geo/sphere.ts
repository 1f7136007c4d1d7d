/** A place on the unit sphere. */
export type Vector = readonly [x: number, y: number, z: number]

/** A piece of a great circle, shorter than half of it. */
export type Arc = readonly [from: Vector, to: Vector]

/** Metres from the Earth's centre, as MongoDB counts: distances on the sphere are angles times this. */
export const EARTH_RADIUS_METRES = 6_378_100

/** What lies nearer than this (about 6 mm on the ground) counts as the same place. */
export const SAME_PLACE = 1e-9

/** @param position longitude and latitude in degrees */
export function vectorOf([longitude, latitude]: readonly [number, number]): Vector {
  const [lambda, phi] = [radians(longitude), radians(latitude)]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

/** The angle between two places, in radians. */
export function angle(a: Vector, b: Vector): number {
  return Math.atan2(length(cross(a, b)), dot(a, b))
}

/** The angle between a place and the nearest place of an arc. */
export function angleToArc(place: Vector, [from, to]: Arc): number {
  const normal = cross(from, to)
  const size = length(normal)
  const besides = dot(cross(from, place), normal) >= 0 && dot(cross(place, to), normal) >= 0
  if (size < SAME_PLACE || !besides) return Math.min(angle(place, from), angle(place, to))
  return Math.abs(Math.asin(clamp(dot(place, normal) / size)))
}

/** True when two arcs meet, also where one ends on the other. */
export function arcsMeet([a, b]: Arc, [c, d]: Arc): boolean {
  const touches =
    angleToArc(a, [c, d]) < SAME_PLACE ||
    angleToArc(b, [c, d]) < SAME_PLACE ||
    angleToArc(c, [a, b]) < SAME_PLACE ||
    angleToArc(d, [a, b]) < SAME_PLACE
  return touches || arcsCross([a, b], [c, d])
}

/** True when two arcs cross at a place that ends neither. */
export function arcsCross([a, b]: Arc, [c, d]: Arc): boolean {
  const [ab, cd] = [unit(cross(a, b)), unit(cross(c, d))]
  const sides = [dot(cd, a), dot(cd, b), dot(ab, c), dot(ab, d)]
  if (sides.some((side) => Math.abs(side) < SAME_PLACE)) return false
  const [sideA = 0, sideB = 0, sideC = 0, sideD = 0] = sides
  // Both pairs lie on different sides of the other circle, and the circles meet on this half of the sphere.
  return sideA * sideB < 0 && sideC * sideD < 0 && sideA * sideD > 0
}

/** The place of an arc that lies nearest to the pole of that sign, if it is inside of the arc. */
export function summit([from, to]: Arc, sign: 1 | -1): Vector | undefined {
  const normal = cross(from, to)
  const size = length(normal)
  if (size < SAME_PLACE) return undefined
  const unit = scaled(normal, 1 / size)
  const top: Vector = [-unit[2] * unit[0], -unit[2] * unit[1], 1 - unit[2] * unit[2]]
  const high = length(top)
  if (high < SAME_PLACE) return undefined
  const place = scaled(top, sign / high)
  const inside = dot(cross(from, place), normal) > 0 && dot(cross(place, to), normal) > 0
  return inside ? place : undefined
}

/** The signed angle by which one turns at `at` from looking at `from` to looking at `to`. */
export function turn(at: Vector, from: Vector, to: Vector): number {
  const [u, v] = [cross(at, from), cross(at, to)]
  return Math.atan2(dot(at, cross(u, v)), dot(u, v))
}

export function latitude(place: Vector): number {
  return (Math.asin(clamp(place[2])) * 180) / Math.PI
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

export function sum(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

function length(a: Vector): number {
  return Math.sqrt(dot(a, a))
}

export function unit(a: Vector): Vector {
  return scaled(a, 1 / length(a))
}

function scaled(a: Vector, by: number): Vector {
  return [a[0] * by, a[1] * by, a[2] * by]
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value))
}
