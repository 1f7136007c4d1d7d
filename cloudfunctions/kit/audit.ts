import { z } from 'zod'
import { Instant, PlaceId } from '../contract/fields'
import { collection } from './collection'

const Audit = z.object({
  _id: z.string(),
  schemaVersion: z.literal(1),
  /** Where it is; for the duties of a street or a district, that. */
  communityId: PlaceId,
  actor: z.string(),
  action: z.string(),
  document: z.string(),
  inputHash: z.string(),
  at: Instant,
  /** The changed fields, before and after. */
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  /** Whose personal data were read, or whom it concerns; absent where that is nobody in particular. */
  subject: z.string().optional(),
})

/** Who changed what on a document that keeps no timeline; its id is the request's, so a repeat writes nothing. */
export type Audit = z.infer<typeof Audit>

/** One collection for all domains. */
export const audits = collection<Audit>('audits', Audit)
