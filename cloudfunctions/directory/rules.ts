import { EntryKind } from '../contract/directory'
import { maskedPhone } from '../community/rules'
import type { Entry } from './store'

type Fields = Omit<Entry, 'id' | 'version' | 'agreement'>

/** Whether a number is a person's own: it is shown with that person's agreement alone. An office's is public. */
export const isOfPerson = ({ kind, phone }: Pick<Entry, 'kind' | 'phone'>): boolean =>
  kind === 'liaison' || /^1[3-9]\d{9}$/.test(phone.replaceAll('-', ''))

/**
 * The agreement of an entry. One that was given counts as long as name and number stay; a new name or number needs
 * a new one.
 * @returns null where none is needed, `missing` where there is none
 */
export function agreementOf(
  fields: Fields,
  { agreed, at, by }: { agreed: boolean; at: string; by: string },
  before?: Entry,
): Entry['agreement'] | 'missing' {
  if (!isOfPerson(fields)) return null
  if (!agreed) return 'missing'
  const isSame = before?.name === fields.name && before.phone === fields.phone
  return (isSame ? before.agreement : null) ?? { at, by }
}

const rank = new Map(EntryKind.options.map((kind, index) => [kind, index]))

/** By kind, and in the given order within one. */
export const byKind = <E extends Pick<Entry, 'kind'>>(entries: readonly E[]): E[] =>
  [...entries].sort((a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0))

/** The entries in the order of their ids; null where that does not name each of them once. */
export function inOrder(entries: readonly Entry[], ids: readonly string[]): Entry[] | null {
  const found = ids.flatMap((id) => entries.filter((entry) => entry.id === id))
  return new Set(ids).size === ids.length && found.length === entries.length && ids.length === found.length
    ? found
    : null
}

/** What the audit keeps of an entry: the number of a person only so far that it can be told from another. */
export const audited = ({ id: _id, ...entry }: Entry): Record<string, unknown> => ({
  ...entry,
  phone: isOfPerson(entry) ? maskedPhone(entry.phone.replaceAll('-', '')) : entry.phone,
})
