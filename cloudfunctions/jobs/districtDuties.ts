import { dutiesOfDistrict } from '../duties/operator'
import type { Handler } from '../kit/handler'

/** The operator's command; it names the duties that `decideDuty` takes. */
export const districtDuties: Handler<'jobs.districtDuties'> = (input, { db }) => dutiesOfDistrict(db, input)
