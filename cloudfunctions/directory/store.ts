import { z } from 'zod'
import { bounds } from '../contract/directory-bounds'
import { Entry as Shown } from '../contract/directory'
import { Instant, MemberId, StreetOrCommunityId } from '../contract/fields'
import { collection } from '../kit/collection'

const Entry = Shown.omit({ placeId: true }).extend({
  version: z.int().min(1),
  /** Who says, and since when, that the person agreed that the number is shown; null for an office's. */
  agreement: z.object({ at: Instant, by: MemberId }).nullable(),
})

/** All entries of a street or a community, in the order that its staff gave them. `_id` is the place's. */
const Directory = z.object({
  _id: StreetOrCommunityId,
  schemaVersion: z.literal(1),
  entries: z.array(Entry).max(bounds.perPlace),
})

export type Entry = z.infer<typeof Entry>
export type Directory = z.infer<typeof Directory>

export const directories = collection<Directory>('directories', Directory)

export const emptyDirectory = (placeId: string): Directory => ({
  _id: placeId,
  schemaVersion: 1,
  entries: [],
})
