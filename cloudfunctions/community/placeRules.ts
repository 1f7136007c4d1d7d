import type { Input } from '../contract'
import { levelOf } from './rules'
import type { Place } from './store'

/** Districts that there can be. */
export const maxDistricts = 20

/** Streets and communities; 文登 has 47 communities. */
export const maxPlaces = 400

/** Communities among them: bound of the contract's lists. */
export const maxCommunities = 200

type Asked = Input<'jobs.setPlaces'>['places']
type Names = Map<string, string>

/** What an entry would be beside what is there. */
export interface PlaceChange {
  before: Place | null
  after: Place
}

/** The field of a list of places for which it cannot be set; null when all is well. */
export function whyNotSetPlaces(asked: Asked, known: readonly Place[]): string | null {
  const names: Names = new Map(known.map(({ _id, name }) => [_id, name]))
  const seen = new Set<string>()
  for (const [index, { id, kind, name }] of asked.entries()) {
    const above = parentOf(id)
    if (seen.has(id) || districtOf(id) !== districtOf(asked[0]?.id ?? '')) return `places.${index}.id`
    if (above !== '' && !names.has(above)) return `places.${index}.id`
    if (kind !== levelOf(id)) return `places.${index}.kind`
    seen.add(id)
    names.set(id, name)
  }
  const twin = asked.findIndex(({ id }) => hasTwin(id, names))
  if (twin >= 0) return `places.${twin}.name`
  return tooMany([...names.keys()]) ? 'places' : null
}

/** What of a list is not as it is already. */
export const placeChanges = (asked: Asked, known: readonly Place[]): PlaceChange[] =>
  asked.flatMap(({ id, kind, name, phone }) => {
    const before = known.find(({ _id }) => _id === id) ?? null
    const after: Place = { _id: id, schemaVersion: 1, kind, name, phone: phone ?? before?.phone ?? '' }
    return before?.name === after.name && before.phone === after.phone ? [] : [{ before, after }]
  })

/** The district of a place, itself included. */
export const districtOf = (placeId: string): string => placeId.split('.')[0] ?? ''

const parentOf = (placeId: string): string => placeId.split('.').slice(0, -1).join('.')

/** Whether another place beside it, by whatever list, has the same name. */
const hasTwin = (id: string, names: Names): boolean =>
  [...names].some(
    ([other, name]) => other !== id && name === names.get(id) && parentOf(other) === parentOf(id),
  )

function tooMany(ids: readonly string[]): boolean {
  const count = (kind: Place['kind']) => ids.filter((id) => levelOf(id) === kind).length
  const [districts, streets, communities] = [count('district'), count('street'), count('community')]
  return districts > maxDistricts || communities > maxCommunities || streets + communities > maxPlaces
}
