import { buildingKey } from '@contract/doors'

/** A compound with the names of its buildings, as the forms of the server give them. */
export interface Compound {
  name: string
  buildings: readonly string[]
}

/** A building of a compound; null: none, somewhere in the compound. */
export interface Spot {
  compound: string
  building: string | null
}

/** One that is a building. */
export type BuildingSpot = Spot & { building: string }

/** How many are shown of what a search finds: who sees so many writes more of the name. */
export const foundShown = 24

/** Whether two name the same place. */
export const isSameSpot = (one: Spot | null, other: Spot): boolean =>
  one !== null &&
  one.compound === other.compound &&
  (one.building === other.building ||
    (one.building !== null &&
      other.building !== null &&
      buildingKey(one.building) === buildingKey(other.building)))

/** The building in which somebody lives, as the list names it: `7 号楼` of 平安花园 for 7. */
export const homeSpot = (compounds: readonly Compound[], building: string): BuildingSpot | null =>
  spotsOf(compounds).find((spot) => buildingKey(spot.building) === buildingKey(building)) ?? null

/**
 * The buildings that a search means, the nearest first: 「7」, 「七号楼」 and 「7栋」 are 7 号楼, 「平安 7」 that of
 * 平安花园, 「1」 also 10 and 12 after it, a part of a name all that have it.
 */
export const findBuildings = (compounds: readonly Compound[], text: string): BuildingSpot[] => {
  const wanted = dense(text)
  if (wanted === '') return []
  return spotsOf(compounds)
    .map((spot) => ({ spot, distance: distanceOf(spot, wanted) }))
    .filter(({ distance }) => distance < far)
    .sort((a, b) => a.distance - b.distance)
    .map(({ spot }) => spot)
}

const spotsOf = (compounds: readonly Compound[]): BuildingSpot[] =>
  compounds.flatMap(({ name, buildings }) => buildings.map((building) => ({ compound: name, building })))

const [exact, begins, behind, partly, far] = [0, 1, 2, 3, 4]

/** The building alone, or after some words of its compound. */
const distanceOf = (spot: BuildingSpot, wanted: string): number => {
  const compound = dense(spot.compound)
  const letters = [...wanted]
  const ways = letters.flatMap((_letter, at) => {
    const [before, after] = [letters.slice(0, at + 1).join(''), letters.slice(at + 1).join('')]
    if (!compound.includes(before)) return []
    return after === '' ? [partly] : [buildingDistance(spot.building, after)]
  })
  return Math.min(buildingDistance(spot.building, wanted), ...ways)
}

const buildingDistance = (building: string, wanted: string): number => {
  const [key, asked] = [buildingKey(building), buildingKey(wanted)]
  if (key === asked) return exact
  if (key.startsWith(asked)) return begins
  // A whole door was written: 7-2-301 is in 7.
  if (asked.startsWith(`${key}-`)) return behind
  return hasPart(dense(building), wanted) ? partly : far
}

/** A number is a part where it is whole: 7 is in 甲7 and not in 17. */
const hasPart = (name: string, wanted: string): boolean => {
  const at = name.indexOf(wanted)
  return at >= 0 && !(/^\d/.test(wanted) && /\d$/.test(name.slice(0, at)))
}

const dense = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
