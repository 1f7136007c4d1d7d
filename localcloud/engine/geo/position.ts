/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number]

/** Altitudes are refused: nothing here knows them. */
export function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [longitude, latitude] = value as unknown[]
  return within(longitude, 180) && within(latitude, 90)
}

export function isPositionList(value: unknown): value is Position[] {
  return Array.isArray(value) && value.every(isPosition)
}

export function equalPositions(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]
}

function within(value: unknown, most: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= most
}
