import { sweep } from '../exports/post'
import type { Handler } from '../kit/handler'

/** Workbooks are kept for a day, and what is half made as well. Safe to run twice. */
export const removeExports: Handler<'jobs.removeExports'> = (_input, context) => sweep(context)
