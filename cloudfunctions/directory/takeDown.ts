import type { Handler } from '../kit/handler'
import { change } from './change'

/** Seven round trips. */
export const takeDown: Handler<'directory.takeDown'> = ({ placeId, entryId }, context) =>
  change('directory.takeDown', placeId, context, (entries) => {
    const before = entries.find(({ id }) => id === entryId) ?? context.fail('NOT_FOUND')
    return { entries: entries.filter((entry) => entry !== before), before }
  })
