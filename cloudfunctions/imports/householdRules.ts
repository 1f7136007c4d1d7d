import { householdLimits, type Household, type Person } from '../community/roster'
import type { RosterRow } from './rosterRows'
import type { HouseholdEntry } from './store'

/**
 * The persons of a household after a list: those named are added or brought up to date, nobody is struck off,
 * and an empty cell takes nothing away. Who finds no room any more stays out.
 */
export function mergedPersons(present: readonly Person[], listed: readonly Person[]): Person[] {
  const merged = new Map(present.map((person) => [person.name, person]))
  for (const { name, phone, note } of listed) {
    const known = merged.get(name)
    merged.set(name, { name, phone: phone ?? known?.phone ?? null, note: note || known?.note || '' })
  }
  return [...merged.values()].slice(0, householdLimits.persons)
}

/**
 * Rows that would bring one person too many behind a door; those who are there already have their place.
 * @param idOf the household of a row
 */
export function oneTooMany(
  present: ReadonlyMap<string, Household>,
  rows: readonly RosterRow[],
  idOf: (row: RosterRow) => string,
): Set<RosterRow> {
  const names = new Map(
    [...present].map(([id, { persons }]) => [id, new Set(persons.map(({ name }) => name))]),
  )
  const tooMany = rows.filter((row) => {
    const behind = names.get(idOf(row)) ?? new Set()
    if (!behind.has(row.person.name) && behind.size >= householdLimits.persons) return true
    names.set(idOf(row), behind.add(row.person.name))
    return false
  })
  return new Set(tooMany)
}

/** What a row does to the household as it is now. */
export function effectOfRow(present: Household | null, person: Person): 'added' | 'changed' | 'unchanged' {
  const known = present?.persons.find(({ name }) => name === person.name)
  if (!present || !known) return 'added'
  return samePersons([known], mergedPersons([known], [person])) ? 'unchanged' : 'changed'
}

/** What applying has to do with an entry; an entry that this import has written stays as it is. */
export function decideHousehold(
  entry: HouseholdEntry,
  present: Household | null,
  importId: string,
): HouseholdEntry {
  if (present?.writtenBy === importId) return entry
  if (!present) return { ...entry, effect: 'added', before: null }
  const persons = mergedPersons(present.persons, entry.persons)
  return { ...entry, effect: samePersons(persons, present.persons) ? 'none' : 'changed', before: present }
}

const samePersons = (some: readonly Person[], others: readonly Person[]): boolean =>
  some.length === others.length &&
  some.every((person, index) => {
    const other = others[index]
    return person.name === other?.name && person.phone === other.phone && person.note === other.note
  })
