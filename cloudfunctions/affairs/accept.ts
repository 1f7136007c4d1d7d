import type { Handler } from '../kit/handler'
import { changeAsStaff } from './change'
import { replyToStaff } from './replies'

/** Six round trips. */
export const accept: Handler<'affairs.accept'> = async (input, context) =>
  replyToStaff(await changeAsStaff(input, context, () => Promise.resolve({ event: 'accept' })), context)
