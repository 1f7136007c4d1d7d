import { householdsById, households, type Household } from '../community/roster'
import { members, type Member } from '../kit/actor'
import type { Database } from '../kit/database'
import { boundTo } from './queries'

/** Who is verified for some doors, by the household's id. One round trip, none for no doors. */
export async function boundByHousehold(
  db: Database,
  householdIds: readonly string[],
): Promise<Map<string, Member[]>> {
  const found = householdIds.length > 0 ? await db.list(members, boundTo(householdIds)) : []
  const byHousehold = new Map<string, Member[]>()
  for (const member of found) {
    const id = member.residency?.householdId ?? ''
    byHousehold.set(id, [...(byHousehold.get(id) ?? []), member])
  }
  return byHousehold
}

/** What the roster has of some doors, by the household's id. One round trip, none for no doors. */
export async function rosterOf(
  db: Database,
  householdIds: readonly string[],
): Promise<Map<string, Household>> {
  const found = householdIds.length > 0 ? await db.list(households, householdsById(householdIds)) : []
  return new Map(found.map((household) => [household._id, household]))
}
