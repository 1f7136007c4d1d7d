import type { Handler } from '../kit/handler'
import { decideAs } from './decide'

/** Still in office. Seventeen round trips at most. */
export const confirm: Handler<'duties.confirm'> = (input, context) => decideAs('confirm', input, context)
