import { isPlainObject } from '../values/compare'
import { checkedDocument, invalid } from '../values/check'
import { cloneValue } from '../values/clone'
import { splitPath } from '../values/path'
import type { StoredDocument } from '../types'
import { ARRAY_OPERATORS } from './arrays'
import { type FieldOperator, FIELD_OPERATORS } from './fields'

/** A checked update, to be applied to any number of documents. */
export interface Update {
  /** The document as it is afterwards; the given one stays as it was. */
  apply(document: StoredDocument, inserting: boolean): StoredDocument
}

/** Most fields that one update may change. */
const MAX_CHANGES = 1000

/**
 * Checks an update: known operators, no two that touch the same or nested paths. `now` (ms) is what
 * `$currentDate` writes. Errors that depend on the document (such as `$inc` of a string) come from `apply`.
 */
export function compileUpdate(change: Record<string, unknown>, replace: boolean, now: number): Update {
  return replace ? replacement(change) : operatorUpdate(change, now)
}

function replacement(change: Record<string, unknown>): Update {
  const { _id: id, ...fields } = change
  checkedDocument({ ...fields, _id: 'x' })
  return {
    apply(document) {
      if (id !== undefined && id !== document._id) throw invalid('_id cannot be changed')
      return checkedDocument({ _id: document._id, ...fields })
    },
  }
}

interface Step {
  path: string
  operator: string
  run: FieldOperator
  operand: unknown
}

function operatorUpdate(change: Record<string, unknown>, now: number): Update {
  const steps = Object.entries(change).flatMap(([operator, fields]) => stepsOf(operator, fields))
  if (steps.length === 0) throw invalid('the update changes nothing')
  if (steps.length > MAX_CHANGES) throw invalid(`an update may change at most ${MAX_CHANGES} fields`)
  checkConflicts(
    steps.flatMap(({ path, operator, operand }) =>
      operator === '$rename' ? [path, String(operand)] : [path],
    ),
  )
  return {
    apply(document, inserting) {
      const copy = cloneValue(document)
      for (const { path, operator, run, operand } of steps) {
        if (operator !== '$setOnInsert' || inserting) run({ document: copy, path, operand, now })
      }
      if (copy._id !== document._id) throw invalid('_id cannot be changed')
      return copy
    },
  }
}

function stepsOf(operator: string, fields: unknown): Step[] {
  const run = FIELD_OPERATORS[operator] ?? ARRAY_OPERATORS[operator]
  if (!run) {
    const hint = operator.startsWith('$') ? 'is not supported' : 'stands beside no operator'
    throw invalid(`the update operator ${operator} ${hint}`)
  }
  if (!isPlainObject(fields)) throw invalid(`${operator} needs an object of fields`)
  return Object.entries(fields as Record<string, unknown>).flatMap(([path, operand]) => {
    splitPath(path)
    return operand === undefined ? [] : [{ path, operator, run, operand }]
  })
}

/** MongoDB refuses an update that names a path twice, or a path and one inside it. */
function checkConflicts(paths: string[]): void {
  const named = new Set<string>()
  for (const path of paths) {
    if (named.has(path)) throw invalid(`updating the path "${path}" would create a conflict`)
    named.add(path)
  }
  for (const path of paths) {
    const parts = path.split('.')
    while (parts.pop() && parts.length > 0) {
      if (named.has(parts.join('.'))) throw invalid(`updating the path "${path}" would create a conflict`)
    }
  }
}
