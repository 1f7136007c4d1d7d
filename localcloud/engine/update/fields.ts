import { compareValues, isPlainObject } from '../values/compare'
import { checkedValue, invalid } from '../values/check'
import type { StoredDocument } from '../types'
import { readPath, removePath, writePath } from './edit'

/** What one operator does to one field. `document` may be changed in place; `now` is in ms. */
export type FieldOperator = (step: {
  document: StoredDocument
  path: string
  operand: unknown
  now: number
}) => void

const set: FieldOperator = ({ document, path, operand }) => writePath(document, path, checkedValue(operand))

const unset: FieldOperator = ({ document, path }) => removePath(document, path)

/** `$min` and `$max` compare in BSON order; a missing field is set. */
function bounded(sign: 1 | -1): FieldOperator {
  return ({ document, path, operand }) => {
    const value = checkedValue(operand)
    const current = readPath(document, path)
    if (current === undefined || compareValues(value, current) * sign > 0) writePath(document, path, value)
  }
}

function arithmetic(
  name: string,
  ofMissing: number,
  compute: (current: number, by: number) => number,
): FieldOperator {
  return ({ document, path, operand }) => {
    if (typeof operand !== 'number') throw invalid(`${name} of "${path}" needs a number`)
    const current = readPath(document, path)
    if (current !== undefined && typeof current !== 'number') {
      throw invalid(`cannot apply ${name} to the field "${path}", which is not a number`)
    }
    writePath(document, path, compute(current ?? ofMissing, operand))
  }
}

const rename: FieldOperator = ({ document, path, operand }) => {
  if (typeof operand !== 'string' || operand === path)
    throw invalid(`$rename of "${path}" needs another path`)
  for (const one of [path, operand]) refuseArrayOnTheWay(document, one)
  const value = readPath(document, path)
  if (value === undefined) return
  removePath(document, path)
  writePath(document, operand, value)
}

function refuseArrayOnTheWay(document: StoredDocument, path: string): void {
  const parts = path.split('.')
  for (let count = 1; count < parts.length; count++) {
    if (Array.isArray(readPath(document, parts.slice(0, count).join('.')))) {
      throw invalid(`$rename cannot reach "${path}" through an array`)
    }
  }
}

const currentDate: FieldOperator = ({ document, path, operand, now }) => {
  const asDate = operand === true || (isPlainObject(operand) && operand['$type'] === 'date')
  if (!asDate) throw invalid(`$currentDate of "${path}" needs true or {$type: "date"}`)
  writePath(document, path, new Date(now))
}

const bit: FieldOperator = ({ document, path, operand }) => {
  const [name, mask] = isPlainObject(operand) ? (Object.entries(operand)[0] ?? []) : []
  const current = readPath(document, path) ?? 0
  if (!isInt32(mask) || !isInt32(current)) throw invalid(`$bit of "${path}" needs 32-bit whole numbers`)
  if (name === 'and') return writePath(document, path, current & mask)
  if (name === 'or') return writePath(document, path, current | mask)
  if (name === 'xor') return writePath(document, path, current ^ mask)
  throw invalid(`$bit of "${path}" needs and, or or xor`)
}

/** The operators of whole fields. `$setOnInsert` is left out by the caller unless it inserts. */
export const FIELD_OPERATORS: Record<string, FieldOperator> = {
  $set: set,
  $setOnInsert: set,
  $unset: unset,
  $inc: arithmetic('$inc', 0, (current, by) => current + by),
  $mul: arithmetic('$mul', 0, (current, by) => current * by),
  $min: bounded(-1),
  $max: bounded(1),
  $rename: rename,
  $currentDate: currentDate,
  $bit: bit,
}

function isInt32(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value
}
