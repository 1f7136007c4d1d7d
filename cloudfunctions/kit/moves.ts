import { z } from 'zod'
import { Instant } from '../contract/fields'
import type { Collection, Stored } from './collection'
import type { Database, Query } from './database'

/** Where and when something was to be before it was changed. */
export const Move = z.object({
  startsAt: Instant,
  endsAt: Instant,
  venue: z.string(),
  /** Version of the document that brought the change. */
  version: z.int().min(2),
  at: Instant,
  /** Set until all are told who had signed up by then. */
  toTell: z.boolean(),
})

export type Move = z.infer<typeof Move>

type Whereabouts = Pick<Move, 'startsAt' | 'endsAt' | 'venue'>

/** What people sign up for, as far as its time and place go. */
export interface Movable extends Stored, Whereabouts {
  version: number
  /** The last change of time or place; absent before the first. */
  move?: Move | undefined
}

/**
 * What people are to be told of after a change of time or place, counted from what they last knew: a second change
 * before they are told is one with the first. null when neither changes.
 */
export function moveOf(
  present: Whereabouts & Pick<Movable, 'version' | 'move'>,
  next: Whereabouts,
  now: Date,
): Move | null {
  if (areSame(present, next)) return null
  const { move, version } = present
  const known = move?.toTell && !areSame(move, next) ? move : present
  const { startsAt, endsAt, venue } = known
  return { startsAt, endsAt, venue, version: version + 1, at: now.toISOString(), toTell: true }
}

const areSame = (one: Whereabouts, other: Whereabouts): boolean =>
  one.startsAt === other.startsAt && one.endsAt === other.endsAt && one.venue === other.venue

/** What of a collection has moved, and how its people are told. */
interface Telling<Held extends Movable> {
  inside: Collection<Held>
  moved: Query
  /** Tells some of those who are not told yet, each once. */
  tellSome: (held: Held, move: Move) => Promise<{ told: number; areAll: boolean }>
}

/** Tells the people of all that has moved; what is not done is gone on with by the next run. @returns how many were told */
export async function tellMoves<Held extends Movable>(
  db: Database,
  { inside, moved, tellSome }: Telling<Held>,
): Promise<number> {
  const marked: Collection<Movable> = inside
  let count = 0
  for (const held of await db.list(inside, moved)) {
    if (!held.move) continue
    const { told, areAll } = await tellSome(held, held.move)
    count += told
    // A change that came meanwhile is told by the next run.
    const move = { ...held.move, toTell: false }
    if (areAll) await db.changeIf(marked, held._id, { 'move.version': move.version }, { move })
  }
  return count
}
