import { z } from 'zod'
import { anyone, staff } from './access'
import { action } from './action'
import { bounds } from './directory-bounds'
import { CommunityId, EntryId, Instant, line, RequestId, StreetOrCommunityId } from './fields'
import { limits } from './limits'

const { directory: max } = limits
const office = () => staff(['community_worker', 'street_staff'], 'document')

/** What an entry is: 居委会, 便民服务中心, 卫生站, 派出所, 物业, 水电气暖, 养老助餐, 专职联络人, 其他. In the order of the list. */
export const EntryKind = z.enum([
  'office',
  'service_center',
  'liaison',
  'property',
  'health',
  'police',
  'utility',
  'elder_care',
  'other',
])

/** As people write a number: 0631-0000101, 110, 12345, 13800000000. */
export const Telephone = z
  .string()
  .min(3)
  .max(max.phoneLength)
  .regex(/^\d(?:-?\d)+$/)

const text = (maxLength: number) => z.union([z.literal(''), line(maxLength)])

/** What staff write of an entry. */
const fields = {
  kind: EntryKind,
  /** Of the place, or of the person. */
  name: line(max.nameLength),
  /** What people come for; may be empty, as may be the address and the hours. */
  about: text(max.aboutLength),
  address: text(max.addressLength),
  hours: text(max.hoursLength),
  phone: Telephone,
}

/** A place or a person to go to or to call, as everybody sees it. */
export const Entry = z.object({
  id: EntryId,
  /** The community, or the street where it serves all of its communities. */
  placeId: StreetOrCommunityId,
  ...fields,
})

/** The same as its staff see it. */
export const StaffEntry = Entry.extend({
  version: z.int().min(1),
  /** When the person agreed that the number is shown; null for the number of an office. */
  agreedAt: Instant.nullable(),
})

const ofPlace = { placeId: StreetOrCommunityId }

/** All entries of one place, in the order that its staff gave them. */
const StaffDirectory = z.object({ entries: z.array(StaffEntry).max(bounds.perPlace) })

/** A number of a person, or a mobile one, is shown only if the person agreed: `agreed`. */
const written = { ...fields, agreed: z.boolean() }

export const directory = {
  /** What a community's people can go to and call: its own and its street's. By kind, then in the staff's order. */
  list: action({
    access: anyone(),
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({ entries: z.array(Entry).max(2 * bounds.perPlace) }),
    errors: [],
  }),
  /** The entries of a community or a street, for those who keep them. */
  staffEntries: action({
    access: office(),
    input: z.strictObject(ofPlace),
    output: StaffDirectory,
    errors: [],
  }),
  /** Puts an entry at the end. */
  add: action({
    access: office(),
    input: z.strictObject({ requestId: RequestId, ...ofPlace, ...written }),
    output: StaffDirectory,
    errors: ['DIRECTORY_FULL'],
  }),
  edit: action({
    access: office(),
    input: z.strictObject({
      requestId: RequestId,
      ...ofPlace,
      entryId: EntryId,
      version: z.int().min(1).max(1_000_000),
      ...written,
    }),
    output: StaffDirectory,
    errors: ['CHANGED_MEANWHILE'],
  }),
  /** Gives all entries their order; they are named all, each once. */
  order: action({
    access: office(),
    input: z.strictObject({
      requestId: RequestId,
      ...ofPlace,
      entryIds: z.array(EntryId).min(1).max(bounds.perPlace),
    }),
    output: StaffDirectory,
    errors: ['CHANGED_MEANWHILE'],
  }),
  /** Takes an entry away for good: what it said is kept nowhere but, without a person's number, in the audit. */
  takeDown: action({
    access: office(),
    input: z.strictObject({ requestId: RequestId, ...ofPlace, entryId: EntryId }),
    output: StaffDirectory,
    errors: [],
  }),
}
