import { limits } from '../contract/limits'
import { members } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { noteReading } from '../kit/readings'
import { byIds, registered, registrationsIn, waiting } from './queries'
import { branchRoster, registrations, rosterIdOf, type BranchRosterEntry, type Registration } from './store'
import { applicationView } from './views'

/** Who waits, or who is registered, beside what the branch roster says. Seven round trips. */
export const applications: Handler<'party.applications'> = async ({ communityId, view, before }, context) => {
  const { db } = context
  const page = view === 'waiting' ? waiting(communityId, before) : registered(communityId, before)
  const [found, wait, are] = await Promise.all([
    db.list(registrations, page),
    db.list(registrations, registrationsIn(communityId, 'applied')),
    db.list(registrations, registrationsIn(communityId, 'registered')),
  ])
  const [people, entries] = await Promise.all([
    membersOf(db, found),
    entriesOf(db, found),
    found.length > 0 && noteReading(context, { action: 'party.applications', communityId, document: view }),
  ])
  const last = found.length === limits.pageSize ? found[found.length - 1] : undefined
  return {
    applications: found.map((registration) =>
      applicationView(
        registration,
        people.get(registration.memberId),
        entries.get(rosterIdOf(communityId, registration.phone?.hmac ?? '')),
      ),
    ),
    nextBefore: last?.queueKey ?? null,
    counts: { waiting: wait.length, registered: are.length },
  }
}

async function membersOf(db: Database, found: readonly Registration[]) {
  const people = found.length > 0 ? await db.list(members, byIds(found.map(({ memberId }) => memberId))) : []
  return new Map(people.map((member) => [member._id, member]))
}

async function entriesOf(
  db: Database,
  found: readonly Registration[],
): Promise<Map<string, BranchRosterEntry>> {
  const ids = found.flatMap(({ communityId, phone }) => (phone ? [rosterIdOf(communityId, phone.hmac)] : []))
  const entries = ids.length > 0 ? await db.list(branchRoster, byIds(ids)) : []
  return new Map(entries.map((entry) => [entry._id, entry]))
}
