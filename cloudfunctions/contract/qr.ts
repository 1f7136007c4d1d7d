import { z } from 'zod'
import { Instant } from './fields'

/** A step of a rotating QR: good in its own time and in the step after. */
export const QrStep = z.object({ qr: z.string(), validFrom: Instant, validUntil: Instant })

/** What somebody scanned. */
export const QrText = z.string().regex(/^[\w.:?=&/#-]{8,300}$/)
