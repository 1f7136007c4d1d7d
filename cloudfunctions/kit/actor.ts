import { z } from 'zod'
import { narrowRoles, roles } from '../contract/access'
import { CommunityId, DeskId, Instant, PlaceId } from '../contract/fields'
import { limits } from '../contract/limits'
import { collection } from './collection'
import type { Database } from './database'
import { maxLives, memberIdOf } from './ids'
import type { ActedBy } from './proxies'
import { Refusal } from './refusal'

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
  /** Some units of one building of that place (null: all of them), and nothing else; absent: the whole place. */
  within: z.object({ building: z.string(), units: z.array(z.string()).min(1).max(20).nullable() }).optional(),
})

/** A registration with a community (双报到) that is in force. Sensitive: no view but the person's own shows it. */
const Registration = z.object({ communityId: CommunityId, since: Instant })

/** A browser that signed in by QR (docs/decisions/0130). */
const DeskInForce = z.object({
  id: DeskId,
  browser: z.string().max(10),
  system: z.string().max(10),
  since: Instant,
  until: Instant,
  /** The person's openid as the phone had it, sealed: WeChat's checks of what is written at the desk ask for it. */
  sealed: z.string().max(200),
})

/** One document per person: all that the guard needs, in one read. */
const Member = z.object({
  _id: z.string(),
  schemaVersion: z.literal(2),
  name: z.string().max(30),
  residency: Residency.nullable(),
  registration: Registration.nullable(),
  appointments: z.array(Appointment).max(limits.duty.perPerson),
  /** Messages in the inbox that wait to be read. */
  unread: z.int().min(0),
  /** Guesses of pick-up digits that this person has left in the present window. */
  pickupTries: z.object({ left: z.int().min(0), windowEndsAt: Instant }),
  /** Browsers of the person; absent: none so far. What is over may still be listed. */
  desks: z.array(DeskInForce).max(limits.desk.perPerson).optional(),
  createdAt: Instant,
  /** Set once the account was deleted: nothing is left of the person but the id, which leads to nobody. */
  erasedAt: Instant.optional(),
})

export type Member = z.infer<typeof Member>
export type Residency = z.infer<typeof Residency>
export type DeskInForce = z.infer<typeof DeskInForce>

/** Version 1 knew neither registrations nor the count of unread messages. */
type FirstMember = Omit<Member, 'schemaVersion' | 'registration' | 'unread'> & { schemaVersion: 1 }

export const upgradeMember = (older: Member | FirstMember): Member =>
  older.schemaVersion === 1 ? { ...older, schemaVersion: 2, registration: null, unread: 0 } : older

export const members = collection<Member>('members', Member, (older) =>
  upgradeMember(older as Member | FirstMember),
)

/** Somebody of whom nothing but a name is known yet. */
export const newMember = (_id: string, name: string, at: string): Member => ({
  _id,
  schemaVersion: 2,
  name,
  residency: null,
  registration: null,
  appointments: [],
  unread: 0,
  pickupTries: { left: limits.pickup.wrongTries, windowEndsAt: at },
  createdAt: at,
})

/** What others read where the name of somebody stood who has deleted the account. */
export const erasedName = '已注销用户'

/** The same where a masked name stands. */
export const maskedErasedName = '某*'

/** What is left in the place of a deleted account. */
export const tombstone = (_id: string, erasedAt: string): Member => ({
  ...newMember(_id, erasedName, erasedAt),
  erasedAt,
})

/** A duty in force. */
export type Duty = Pick<Member['appointments'][number], 'role' | 'placeId' | 'within'>

/** Whoever calls, as the guard found them. */
export interface Actor {
  memberId: string
  /** The deleted account before this one; null for nearly everybody. Stored nowhere. */
  formerId: string | null
  /** null for somebody who has not registered. */
  member: Member | null
  residency: Residency | null
  /** Duties in force now. */
  duties: readonly Duty[]
  /** The desk that calls; absent on a phone. */
  desk?: DeskInForce
  /** Whether a duty in force, of the roles that the action names, reaches the community. */
  covers(communityId: string): boolean
  /** Who really calls, where it is somebody in this one's stead (代办); see kit/onBehalf.ts. */
  by?: ActedBy
}

/** A resident with a verified residency. */
export interface ResidentActor extends Actor {
  member: Member
  residency: Residency
}

/** A resident who is registered with the own community. */
export interface RegisteredActor extends ResidentActor {
  registration: NonNullable<Member['registration']>
}

/**
 * Loads the caller afresh: a revoked duty is gone on the very next call. Whoever deleted an account comes as somebody
 * new. One round trip, and one for each account that was deleted.
 * @throws Refusal RATE_LIMITED once there were too many
 */
export async function loadActor(db: Database, openId: string, now: Date): Promise<Actor> {
  let formerId: string | null = null
  for (let life = 1; life <= maxLives; life += 1) {
    const memberId = memberIdOf(openId, life)
    const member = await db.read(members, memberId)
    if (!member?.erasedAt) return { ...actorOf(memberId, member, now), formerId }
    formerId = memberId
  }
  throw new Refusal('RATE_LIMITED')
}

/** Pure: what a member document says at an instant. */
export function actorOf(memberId: string, member: Member | null, now: Date): Actor {
  const at = now.toISOString()
  const duties = (member?.appointments ?? []).filter(
    ({ from, until }) => from <= at && (!until || at < until),
  )
  return {
    memberId,
    formerId: null,
    member,
    residency: member?.residency ?? null,
    duties,
    covers: (id) => reach(duties, id),
  }
}

/** Whether one of the duties lies over the community. */
export const reach = (duties: ReadonlyArray<{ placeId: string }>, communityId: string): boolean =>
  duties.some(({ placeId }) => communityId === placeId || communityId.startsWith(`${placeId}.`))

/** Whether one of the duties reaches a unit of a building of the community. */
export const reachUnit = (
  duties: readonly Duty[],
  communityId: string,
  { building, unit }: { building: string; unit: string },
): boolean =>
  duties.some(
    (duty) =>
      reach([duty], communityId) &&
      (duty.within
        ? duty.within.building === building && (duty.within.units?.includes(unit) ?? true)
        : !narrowRoles.includes(duty.role)),
  )
