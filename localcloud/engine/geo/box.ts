import type { Position } from './position'
import { holds } from './relations'
import type { Shape } from './shape'
import { latitude, radians, summit, type Vector } from './sphere'

/** A rectangle of longitudes and latitudes, in degrees, that surely covers something. */
export interface Box {
  west: number
  east: number
  south: number
  north: number
}

const POLES = { north: [0, 0, 1], south: [0, 0, -1] } as const satisfies Record<string, Vector>

/** The box of a shape. One that crosses the 180th meridian, or holds a pole, covers all longitudes. */
export function boxOfShape(shape: Shape): Box {
  const [longitudes, latitudes] = [shape.positions.map(([at]) => at), shape.positions.map(([, at]) => at)]
  // An arc rises beyond the latitudes of its ends.
  for (const arc of [...shape.arcs, ...shape.polygons.flat(2)]) {
    for (const sign of [1, -1] as const) {
      const top = summit(arc, sign)
      if (top) latitudes.push(latitude(top))
    }
  }
  const [northern, southern] = [POLES.north, POLES.south].map((pole) =>
    shape.polygons.some((polygon) => holds(polygon, pole)),
  )
  const box = {
    west: least(longitudes),
    east: most(longitudes),
    south: southern ? -90 : least(latitudes),
    north: northern ? 90 : most(latitudes),
  }
  return northern || southern || box.east - box.west > 180 ? { ...box, west: -180, east: 180 } : box
}

/** The box of a circle; the radius is an angle in radians. */
export function boxOfCircle([longitude, centre]: Position, radius: number): Box {
  const reach = (radius * 180) / Math.PI
  const [south, north] = [Math.max(centre - reach, -90), Math.min(centre + reach, 90)]
  const sine = Math.sin(Math.min(radius, Math.PI / 2)) / Math.cos(radians(centre))
  if (south <= -90 || north >= 90 || sine >= 1) return { west: -180, east: 180, south, north }
  const aside = (Math.asin(sine) * 180) / Math.PI
  const [west, east] = [longitude - aside, longitude + aside]
  return west < -180 || east > 180 ? { west: -180, east: 180, south, north } : { west, east, south, north }
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity)
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity)
