import type { Input, Output } from '../contract'
import { audits } from '../kit/audit'
import { hashOf } from '../kit/canonical'
import type { Database } from '../kit/database'
import { effectId } from '../kit/ids'
import { Refusal } from '../kit/refusal'
import { districtOf, placeChanges, whyNotSetPlaces, type PlaceChange } from './placeRules'
import { placesOfAllKinds } from './queries'
import { places, type Place } from './store'

/**
 * Sets places with one audit row for all of them. Four round trips and one for each that changes; three for a repeat.
 * @param actor the operator, as the audit row is to name them
 * @throws Refusal INVALID_INPUT with the entry at fault
 */
export function setPlaces(
  db: Database,
  now: Date,
  input: Input<'jobs.setPlaces'>,
  actor: string,
): Promise<Output<'jobs.setPlaces'>> {
  return db.transact(async (tx) => {
    // Read anew each time: whoever meets another's places starts over and finds them.
    const known = await db.list(places, placesOfAllKinds())
    const wrong = whyNotSetPlaces(input.places, known)
    if (wrong) throw new Refusal('INVALID_INPUT', wrong)
    const changes = placeChanges(input.places, known)
    for (const { before, after } of changes) await (before ? tx.put(places, after) : tx.insert(places, after))
    if (changes.length > 0) await tx.insert(audits, auditOf(changes, now.toISOString(), actor, hashOf(input)))
    const added = changes.filter(({ before }) => before === null).length
    return { added, changed: changes.length - added }
  })
}

function auditOf(changes: readonly PlaceChange[], at: string, actor: string, inputHash: string) {
  const district = districtOf(changes[0]?.after._id ?? '')
  return {
    _id: effectId('a', actor, 'jobs.setPlaces', `${at} ${inputHash}`),
    schemaVersion: 1 as const,
    communityId: district,
    actor,
    action: 'jobs.setPlaces',
    document: district,
    inputHash,
    at,
    before: { places: changes.flatMap(({ before }) => (before ? [rowOf(before)] : [])) },
    after: { places: changes.map(({ after }) => rowOf(after)) },
  }
}

const rowOf = ({ _id, name, phone }: Place) => ({ id: _id, name, phone })
