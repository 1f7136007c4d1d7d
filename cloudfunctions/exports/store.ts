import { z } from 'zod'
import { ExportEvent, Exported, ExportState } from '../contract/exports'
import { CommunityId, ExportId, Instant, MemberId } from '../contract/fields'
import { bounds } from '../contract/exports-bounds'
import { collection } from '../kit/collection'

/** A workbook that somebody asked for, and how far it is made. Its timeline is its audit trail. */
const Export = z.object({
  _id: ExportId,
  schemaVersion: z.literal(1),
  inputHash: z.string(),
  communityId: CommunityId,
  /** Whoever asked: nobody else gets it. */
  memberId: MemberId,
  /** Member, day in China and 1 to `limits.exports.perDay`. Unique: it bounds what one person asks for in a day. */
  daySlot: z.string(),
  what: Exported,
  /** Which meeting, activity, month or days. */
  subject: z.string(),
  state: ExportState,
  askedAt: Instant,
  /** Documents read, of those that were there when it began. */
  done: z.int().min(0),
  of: z.int().min(0),
  rows: z.int().min(0),
  /** Parts that hold those rows. */
  parts: z.int().min(0),
  /** Where the next part begins; null at the beginning, and once all is read. */
  cursor: z.string().nullable(),
  isRead: z.boolean(),
  isCut: z.boolean(),
  /** Steps begun since the last that came to its end. */
  tries: z.int().min(0),
  /** Until when one call has it for itself; null while nobody works on it. */
  busyUntil: Instant.nullable(),
  /** When it goes, with its file and its parts; null once they are gone. */
  expiresAt: Instant.nullable(),
  fetches: z.int().min(0),
  timeline: z
    .array(z.object({ event: ExportEvent, at: Instant, actor: z.string() }))
    .max(bounds.timelineRows),
})

/** Rows that one step read, until the workbook is made. */
const Part = z.object({
  _id: z.string(),
  schemaVersion: z.literal(1),
  exportId: ExportId,
  rows: z.array(z.array(z.union([z.string(), z.number()]))),
})

export type Export = z.infer<typeof Export>
export type Part = z.infer<typeof Part>

export const exportsAsked = collection<Export>('exports', Export)
export const parts = collection<Part>('export_parts', Part)

/** `<exportId>:0000` */
export const partIdOf = (exportId: string, index: number): string =>
  `${exportId}:${String(index).padStart(4, '0')}`

/** Where the workbook lies; a repeated step writes the same file. */
export const pathOf = ({ communityId, _id }: Pick<Export, 'communityId' | '_id'>): string =>
  `exports/${communityId}/${_id}.xlsx`
