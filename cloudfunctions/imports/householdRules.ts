import { householdLimits, type Household, type Person } from '../community/roster'
import type { HouseholdEntry } from './store'

/**
 * The persons of a household after a list: those named are added or brought up to date, nobody is struck off,
 * and an empty cell takes nothing away.
 */
export function mergedPersons(present: readonly Person[], listed: readonly Person[]): Person[] {
  const merged = new Map(present.map((person) => [person.name, person]))
  for (const { name, phone, note } of listed) {
    const known = merged.get(name)
    merged.set(name, { name, phone: phone ?? known?.phone ?? null, note: note || known?.note || '' })
  }
  return [...merged.values()]
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
  const isNothing = samePersons(persons, present.persons) || persons.length > householdLimits.persons
  return { ...entry, effect: isNothing ? 'none' : 'changed', before: present }
}

const samePersons = (some: readonly Person[], others: readonly Person[]): boolean =>
  some.length === others.length &&
  some.every((person, index) => {
    const other = others[index]
    return person.name === other?.name && person.phone === other.phone && person.note === other.note
  })
