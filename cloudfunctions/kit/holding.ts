import type { Collection, Stored } from './collection'
import type { Database } from './database'
import type { Files } from './files'
import { above, below, oneOf, type Where } from './where'

/** Whose rows are looked for, with the ids that lead to them. */
export interface Person {
  memberId: string
  /** Their accounts of points, one a community. */
  accountIds: readonly string[]
  /** Doors that they live or lived behind. */
  householdIds: readonly string[]
  /** The door for which staff compared the name; null where nobody did: whoever bound by a paper code chose it freely. */
  comparedHouseholdId: string | null
  name: string
}

/**
 * What one collection holds of people: what it is, how one person's rows are found, what a copy of their data says,
 * what is left once they have deleted the account, and how long rows are kept. Domains write theirs in `holdings.ts`.
 */
interface Definition<D extends Stored> {
  in: Collection<D>
  /** What of somebody it holds, as the person reads it. */
  title: string
  /** A filter that an index serves; null where this person has no row. */
  of: (person: Person) => Where | null
  /** What the copy says of a row, null for nothing; 'nothing' where the copy leaves the whole collection out. */
  copy: ((row: D, person: Person) => object | null) | Without
  erase: Removed<D> | Wiped<D> | Kept
  outdated: Outdated | Kept
}

type Without = { without: string }
type Kept = { kept: string }
type Removed<D> = { removed: string; files?: (row: D) => readonly string[] }
type Wiped<D> = { wiped: string; row: (row: D, person: Person) => D }

/** Rows go `days` after the instant, or the day, in `since`; null there keeps them. */
interface Outdated {
  days: number
  since: string
  why: string
}

/** A row of the table of holdings. */
export interface Holding {
  collection: string
  title: string
  /** What becomes of it, in words. */
  erase: { how: 'removed' | 'wiped' | 'kept'; why: string }
  outdated: { days: number | null; why: string }
  /** null: nothing of a person is in it, or nothing leads from a person to it. */
  people: People | null
  /** @returns how many rows were past their days and are gone, at most `limit` */
  removeOutdated(db: Database, now: Date, limit: number): Promise<number>
}

interface People {
  /** Some of a person's rows for their copy, in order of id. Two hundred at most; one round trip. */
  copied(db: Database, person: Person, after: string): Promise<{ rows: object[]; nextAfter: string | null }>
  /**
   * Erases some of a person's rows; again, and nothing changes. At most fifty.
   * @returns where to go on; null when all are done
   */
  eraseSome(stores: { db: Database; files: Files }, person: Person, after: string): Promise<string | null>
}

const [copiedAtOnce, erasedAtOnce] = [200, 50]

/** A collection that holds something of people. */
export const holding = <D extends Stored>(definition: Definition<D>): Holding => ({
  ...described(definition),
  people: {
    copied: async (db, person, after) => {
      const { copy } = definition
      if (typeof copy === 'object') return { rows: [], nextAfter: null }
      const found = await some(db, definition, person, after, copiedAtOnce)
      return {
        rows: found.flatMap((row) => copy(row, person) ?? []),
        nextAfter: nextOf(found, copiedAtOnce),
      }
    },
    eraseSome: async (stores, person, after) => {
      if ('kept' in definition.erase) return null
      const found = await some(stores.db, definition, person, after, erasedAtOnce)
      if (found.length > 0) await eraseRows(stores, definition, person, found)
      return nextOf(found, erasedAtOnce)
    },
  },
})

/** A collection in which there is nobody, or from which no stored id leads to anybody. */
export const nobody = <D extends Stored>(
  collection: Collection<D>,
  why: string,
  outdated: Outdated | Kept = { kept: why },
): Holding => ({
  ...described({ in: collection, title: '', erase: { kept: why }, outdated }),
  people: null,
})

const described = <D extends Stored>({
  in: from,
  title,
  erase,
  outdated,
}: Pick<Definition<D>, 'in' | 'title' | 'erase' | 'outdated'>): Omit<Holding, 'people'> => ({
  collection: from.name,
  title,
  erase:
    'kept' in erase
      ? { how: 'kept', why: erase.kept }
      : 'wiped' in erase
        ? { how: 'wiped', why: erase.wiped }
        : { how: 'removed', why: erase.removed },
  outdated:
    'kept' in outdated ? { days: null, why: outdated.kept } : { days: outdated.days, why: outdated.why },
  removeOutdated: async (db, now, limit) =>
    'kept' in outdated ? 0 : removeOlder(db, from, outdated, now, limit),
})

async function some<D extends Stored>(
  db: Database,
  { in: from, of }: Definition<D>,
  person: Person,
  after: string,
  limit: number,
): Promise<D[]> {
  const mine = of(person)
  if (!mine) return []
  // An id that is known itself is one document, or a few: there is no second page of them.
  if ('_id' in mine) return after ? [] : db.list(from, { where: mine, limit: 1000 })
  return db.list(from, { where: { ...mine, _id: above(after) }, sort: { _id: 1 }, limit })
}

const nextOf = (found: readonly Stored[], limit: number): string | null =>
  found.length === limit ? (found[found.length - 1]?._id ?? null) : null

async function eraseRows<D extends Stored>(
  { db, files }: { db: Database; files: Files },
  { in: from, erase }: Definition<D>,
  person: Person,
  found: readonly D[],
): Promise<void> {
  if ('removed' in erase) {
    await files.remove(erase.files ? found.flatMap(erase.files) : [])
    await db.removeMany(from, { _id: oneOf(found.map(({ _id }) => _id)) })
  }
  if (!('wiped' in erase)) return
  for (const { _id } of found)
    await db.transact(async (tx) => {
      const row = await tx.find(from, _id)
      if (row) await tx.put(from, erase.row(row, person))
    })
}

async function removeOlder<D extends Stored>(
  db: Database,
  from: Collection<D>,
  { days, since }: Outdated,
  now: Date,
  limit: number,
): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000).toISOString()
  // Nothing, or null, is below no text.
  const past = { [since]: below(before) }
  const found = await db.list(from, {
    where: past,
    sort: { [since]: 1 },
    limit,
    only: ['schemaVersion'],
  })
  if (found.length === 0) return 0
  return db.removeMany(from, { ...past, _id: oneOf(found.map(({ _id }) => _id)) })
}
