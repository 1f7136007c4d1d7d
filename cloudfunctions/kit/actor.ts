import { z } from 'zod'
import { roles, type Role } from '../contract/access'
import { CommunityId, Instant, PlaceId } from '../contract/fields'
import { collection } from './collection'
import type { Database } from './database'
import { memberIdOf } from './ids'

const Residency = z.object({
  communityId: CommunityId,
  householdId: z.string(),
  building: z.string(),
  unit: z.string(),
  room: z.string(),
  verifiedAt: Instant,
})

/** A duty with a beginning and an end, over a place and all that lies under it. */
const Appointment = z.object({
  role: z.enum(roles),
  placeId: PlaceId,
  from: Instant,
  until: Instant.nullable(),
})

/** One document per person: all that the guard needs, in one read. */
const Member = z.object({
  _id: z.string(),
  schemaVersion: z.literal(1),
  name: z.string().max(30),
  residency: Residency.nullable(),
  appointments: z.array(Appointment).max(20),
  /** Guesses of pick-up digits that this person has left in the present window. */
  pickupTries: z.object({ left: z.int().min(0), windowEndsAt: Instant }),
  createdAt: Instant,
})

export type Member = z.infer<typeof Member>
export type Residency = z.infer<typeof Residency>

export const members = collection<Member>('members', Member)

/** Whoever calls, as the guard found them. */
export interface Actor {
  memberId: string
  /** null for somebody who has not registered. */
  member: Member | null
  residency: Residency | null
  /** Duties in force now. */
  duties: ReadonlyArray<{ role: Role; placeId: string }>
  /** Whether a duty in force, of the roles that the action names, reaches the community. */
  covers(communityId: string): boolean
}

/** A resident with a verified residency. */
export interface ResidentActor extends Actor {
  member: Member
  residency: Residency
}

/** Loads the caller afresh: a revoked duty is gone on the very next call. One round trip. */
export async function loadActor(db: Database, openId: string, now: Date): Promise<Actor> {
  const memberId = memberIdOf(openId)
  return actorOf(memberId, await db.read(members, memberId), now)
}

/** Pure: what a member document says at an instant. */
export function actorOf(memberId: string, member: Member | null, now: Date): Actor {
  const at = now.toISOString()
  const duties = (member?.appointments ?? []).filter(
    ({ from, until }) => from <= at && (!until || at < until),
  )
  return { memberId, member, residency: member?.residency ?? null, duties, covers: (id) => reach(duties, id) }
}

/** Whether one of the duties lies over the community. */
export const reach = (duties: ReadonlyArray<{ placeId: string }>, communityId: string): boolean =>
  duties.some(({ placeId }) => communityId === placeId || communityId.startsWith(`${placeId}.`))
