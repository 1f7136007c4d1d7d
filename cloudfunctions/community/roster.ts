/**
 * The roster of households: the entry for other domains. A household's id is its door, so that two imports of one
 * door meet in one document.
 */
export { householdsById } from './queries'
export { Household, Person, households, householdLimits } from './store'

/** `<communityId>:<building>-<unit>-<room>` */
export const householdIdOf = (
  communityId: string,
  { building, unit, room }: { building: string; unit: string; room: string },
): string => `${communityId}:${building}-${unit}-${room}`
