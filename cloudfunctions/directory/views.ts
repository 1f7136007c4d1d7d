import type { Output } from '../contract'
import type { Directory, Entry } from './store'

type Shown = Output<'directory.list'>['entries'][number]
type StaffDirectory = Output<'directory.staffEntries'>

/** An entry as everybody sees it. */
export const entryView = (placeId: string, entry: Entry): Shown => ({
  id: entry.id,
  placeId,
  kind: entry.kind,
  name: entry.name,
  about: entry.about,
  address: entry.address,
  hours: entry.hours,
  phone: entry.phone,
})

/** A place's entries as its staff see them. */
export const staffView = ({ _id, entries }: Directory): StaffDirectory => ({
  entries: entries.map((entry) => ({
    ...entryView(_id, entry),
    version: entry.version,
    agreedAt: entry.agreement?.at ?? null,
  })),
})
