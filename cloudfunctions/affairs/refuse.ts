import type { Handler } from '../kit/handler'
import { changeAsStaff } from './change'
import { replyToStaff } from './replies'

/** Six round trips. */
export const refuse: Handler<'affairs.refuse'> = async (input, context) => {
  const refused = await changeAsStaff(input, context, () =>
    Promise.resolve({ event: 'refuse', text: input.reason }),
  )
  return replyToStaff(refused, context)
}
