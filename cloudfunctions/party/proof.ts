import type { Difference } from '../points/proof'
import { accountIdOf } from '../points/read'
import type { Journal } from '../points/store'
import { serviceKey } from './settle'
import type { Participation } from './store'

/** The keys of the journals that a participation stands behind. */
export const keysOf = ({ _id, corrections }: Pick<Participation, '_id' | 'corrections'>): string[] => [
  serviceKey(_id),
  ...Array.from({ length: corrections }, (_, index) => serviceKey(_id, index + 1)),
]

/** A participation against its journals: its points are their sum, and they are its own person's. */
export function compareParticipation(
  participation: Participation,
  entries: ReadonlyMap<string, Journal>,
): Difference[] {
  const { _id, communityId, memberId, state, points, corrections } = participation
  const found = keysOf(participation).flatMap((key) => entries.get(key) ?? [])
  const sum = found.reduce((total, { member }) => total + member.amount, 0)
  const account = accountIdOf(communityId, memberId)
  const corrected = Array.from({ length: corrections }, (_, index) => serviceKey(_id, index + 1))
  const checks: Array<[boolean, string]> = [
    [state === 'done' || found.length === 0, 'it is not settled and has entries'],
    [state !== 'done' || points === sum, `its points ${points} are not the sum of its entries, ${sum}`],
    [corrected.every((key) => entries.has(key)), 'the entry of a correction is missing'],
    [found.every(({ member }) => member.account === account), 'an entry is on another account'],
  ]
  return checks
    .filter(([holds]) => !holds)
    .map(([, problem]) => ({ document: `participations/${_id}`, problem, communityId }))
}

/** The participation that a journal of service names by its key; null for a key of another shape. */
export const participationIdIn = (key: string): string | null =>
  /^service:(p_[\w-]{22})(?::\d+)?$/.exec(key)?.[1] ?? null

/** A journal of service against the participation that must stand behind it. */
export const compareService = (
  { _id, communityId }: Pick<Journal, '_id' | 'communityId'>,
  participation: Participation | undefined,
): Difference[] =>
  participation && keysOf(participation).includes(_id)
    ? []
    : [{ document: `journals/${_id}`, problem: 'no participation stands behind it', communityId }]
