import type { Handler } from '../kit/handler'
import { change } from './change'
import { inOrder } from './rules'

/** An order that leaves one out, or names one that is gone, was made from an older list. Seven round trips. */
export const order: Handler<'directory.order'> = ({ placeId, entryIds }, context) =>
  change('directory.order', placeId, context, (entries) => ({
    entries: inOrder(entries, entryIds) ?? context.fail('CHANGED_MEANWHILE'),
  }))
