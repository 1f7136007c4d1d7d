import { members } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Person } from '../kit/holding'
import { accountIdsOf } from '../points/read'
import { doorsLivedAt } from '../residency/read'

/** The ids that lead to somebody's rows. Three round trips. */
export async function personOf(db: Database, memberId: string): Promise<Person> {
  const [member, accountIds, { doors, compared }] = await Promise.all([
    db.read(members, memberId),
    accountIdsOf(db, memberId),
    doorsLivedAt(db, memberId),
  ])
  const present = member?.residency?.householdId
  const householdIds = [...new Set([...doors, ...(present ? [present] : [])])]
  const comparedHouseholdId = present && compared ? present : null
  return { memberId, accountIds, householdIds, comparedHouseholdId, name: member?.name ?? '' }
}
