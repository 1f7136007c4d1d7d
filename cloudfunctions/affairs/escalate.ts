import type { Handler } from '../kit/handler'
import { changeAsStaff } from './change'
import { replyToStaff } from './replies'

/** Up to the street, which has its own day to accept it; the days until the answer go on. Six round trips. */
export const escalate: Handler<'affairs.escalate'> = async (input, context) => {
  const escalated = await changeAsStaff(input, context, () =>
    Promise.resolve({ event: 'escalate', text: input.reason }),
  )
  return replyToStaff(escalated, context)
}
