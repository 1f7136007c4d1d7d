import { placeOf } from '../community/read'
import { bounds } from '../contract/directory-bounds'
import type { Handler } from '../kit/handler'
import { change } from './change'
import { agreementOf } from './rules'
import type { Entry } from './store'

/** Eight round trips. */
export const add: Handler<'directory.add'> = async (input, context) => {
  const { requestId: _requestId, placeId, agreed, ...fields } = input
  const { me, now, db, fail } = context
  if (!me.covers(placeId) || !(await placeOf(db, placeId))) return fail('NOT_FOUND')
  return change('directory.add', placeId, context, (entries) => {
    const agreement = agreementOf(fields, { agreed, at: now.toISOString(), by: me.memberId })
    if (agreement === 'missing') return fail('INVALID_INPUT', 'agreed')
    if (entries.length >= bounds.perPlace) return fail('DIRECTORY_FULL')
    const after: Entry = { ...fields, id: context.effectId('e'), version: 1, agreement }
    return { entries: [...entries, after], after }
  })
}
