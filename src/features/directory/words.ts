import type { Output } from '@contract/index'

/** A place or a person to call, as everybody sees it. */
export type Entry = Output<'directory.list'>['entries'][number]
export type EntryKind = Entry['kind']
/** The same as those who keep it see it. */
export type StaffEntry = Output<'directory.staffEntries'>['entries'][number]

/** What a kind is called, in the order of the list. */
export const kindWords: Record<EntryKind, string> = {
  office: '居委会',
  service_center: '便民服务中心',
  liaison: '专职联络人',
  property: '物业',
  health: '看病取药',
  police: '派出所',
  utility: '水电气暖',
  elder_care: '养老助餐',
  other: '其他',
}

export const kinds = Object.keys(kindWords) as EntryKind[]

/** The entries of each kind that has any. */
export const grouped = <E extends Pick<Entry, 'kind'>>(entries: readonly E[]): [EntryKind, E[]][] =>
  kinds
    .map((kind): [EntryKind, E[]] => [kind, entries.filter((entry) => entry.kind === kind)])
    .filter(([, some]) => some.length > 0)

/** Whether an entry has what somebody looks for: every word of it somewhere, a number also without its dashes. */
export function isFound(entry: Entry, asked: string): boolean {
  const { kind, name, about, address, phone } = entry
  const text = [kindWords[kind], name, about, address, phone, phone.replace(/-/g, '')].join(' ')
  return asked
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The ids in order with one entry before or behind its neighbour of the same kind; null where there is none. */
export function movedIds(entries: readonly StaffEntry[], id: string, by: 1 | -1): string[] | null {
  const from = entries.findIndex((entry) => entry.id === id)
  const kind = entries[from]?.kind
  let to = from + by
  while (entries[to] && entries[to]?.kind !== kind) to += by
  if (!entries[to]) return null
  const ids = entries.map((entry) => entry.id)
  ids.splice(from, 1)
  ids.splice(to, 0, id)
  return ids
}
