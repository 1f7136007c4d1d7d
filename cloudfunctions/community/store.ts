import { z } from 'zod'
import { CommunityId, Instant, PlaceId } from '../contract/fields'
import { collection } from '../kit/collection'

const Place = z.object({
  /** The dotted path. */
  _id: PlaceId,
  schemaVersion: z.literal(1),
  kind: z.enum(['district', 'street', 'community']),
  name: z.string().min(1).max(30),
  phone: z.string().max(20),
})

/** A district, a street (sub-district) or a community. */
export type Place = z.infer<typeof Place>

export const places = collection<Place>('places', Place)

/** Bounds of one household's document. */
export const householdLimits = { persons: 12, nameLength: 30, noteLength: 60 } as const

/** A person on the roster. */
export const Person = z.object({
  name: z.string().min(1).max(householdLimits.nameLength),
  /** Eleven digits; null where the roster has none. */
  phone: z
    .string()
    .regex(/^1\d{10}$/)
    .nullable(),
  note: z.string().max(householdLimits.noteLength),
})

/** One household of the roster: who lives behind a door, as the community's office knows it. */
export const Household = z.object({
  /** See `householdIdOf`. */
  _id: z.string().max(120),
  schemaVersion: z.literal(1),
  communityId: CommunityId,
  building: z.string().min(1).max(10),
  unit: z.string().min(1).max(10),
  room: z.string().min(1).max(10),
  persons: z.array(Person).max(householdLimits.persons),
  /** Id of the effect that wrote this last, so that an undo sees whether somebody else came after it. */
  writtenBy: z.string(),
  writtenAt: Instant,
})

export type Person = z.infer<typeof Person>

export type Household = z.infer<typeof Household>

export const households = collection<Household>('households', Household)
