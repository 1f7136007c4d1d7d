import cloudbase from '@cloudbase/node-sdk'

/** The SDK's constructors of commands and values need no environment. */
const db = cloudbase.init({ env: 'none', secretId: 'none', secretKey: 'none' }).database()

type Commands = typeof db.command

/** Query and update commands, e.g. `_.gt(1)`. The SDK's types leave out what `mod` takes. */
export const _ = db.command as unknown as Omit<Commands, 'mod'> & {
  mod: (divisor: number | number[], remainder?: number) => ReturnType<Commands['mod']>
}
/** Aggregation operators, e.g. `$.sum('$n')`. */
export const $ = _.aggregate

/** The constructors of places, which the SDK's own types name only in part. */
interface GeoConstructors {
  Point: new (longitude: number, latitude: number) => unknown
  LineString: new (points: unknown[]) => unknown
  Polygon: new (lines: unknown[]) => unknown
  MultiPoint: new (points: unknown[]) => unknown
  MultiLineString: new (lines: unknown[]) => unknown
  MultiPolygon: new (polygons: unknown[]) => unknown
}

const Geo = db.Geo as unknown as GeoConstructors

type Pair = readonly [longitude: number, latitude: number]

export const point = ([longitude, latitude]: Pair): unknown => new Geo.Point(longitude, latitude)
export const line = (...pairs: Pair[]): unknown => new Geo.LineString(pairs.map(point))
/** The first ring is the outside, the others are holes; each ring ends where it begins. */
export const polygon = (...rings: Pair[][]): unknown =>
  new Geo.Polygon(rings.map((ring) => new Geo.LineString(ring.map(point))))
export const points = (...pairs: Pair[]): unknown => new Geo.MultiPoint(pairs.map(point))
export const lines = (...parts: unknown[]): unknown => new Geo.MultiLineString(parts)
export const polygons = (...parts: unknown[]): unknown => new Geo.MultiPolygon(parts)

export const serverDate = (options?: { offset: number }): unknown => db.serverDate(options)
export const regExp = (regexp: string, options?: string): unknown => db.RegExp({ regexp, options })
