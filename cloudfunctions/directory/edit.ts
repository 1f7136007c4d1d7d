import type { Handler } from '../kit/handler'
import { change } from './change'
import { agreementOf } from './rules'
import type { Entry } from './store'

/** Seven round trips. */
export const edit: Handler<'directory.edit'> = (input, context) => {
  const { requestId: _requestId, placeId, entryId, version, agreed, ...fields } = input
  const { me, now, fail } = context
  return change('directory.edit', placeId, context, (entries) => {
    const before = entries.find(({ id }) => id === entryId) ?? fail('NOT_FOUND')
    if (before.version !== version) return fail('CHANGED_MEANWHILE')
    const agreement = agreementOf(fields, { agreed, at: now.toISOString(), by: me.memberId }, before)
    if (agreement === 'missing') return fail('INVALID_INPUT', 'agreed')
    const after: Entry = { ...fields, id: entryId, version: version + 1, agreement }
    return { entries: entries.map((entry) => (entry.id === entryId ? after : entry)), before, after }
  })
}
