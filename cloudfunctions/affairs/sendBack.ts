import type { Handler } from '../kit/handler'
import { changeAsStaff } from './change'
import { replyToStaff } from './replies'

/** The reply is the last that the handler sees of the case, unless it is dispatched to him or her again. Five round trips. */
export const sendBack: Handler<'affairs.sendBack'> = async (input, context) => {
  const sentBack = await changeAsStaff(input, context, () =>
    Promise.resolve({ event: 'sendBack', text: input.reason }),
  )
  return replyToStaff(sentBack, context)
}
