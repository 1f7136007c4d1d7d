import { compareValues, equalValues, isPlainObject } from '../values/compare'
import { checkedValue, invalid } from '../values/check'
import { documentComparator } from '../query/sort'
import { compileFilter } from '../query/filter'
import { isOperatorObject } from '../query/operators'
import type { Sort, StoredDocument, Value } from '../types'
import { readPath, writePath } from './edit'
import type { FieldOperator } from './fields'

const push: FieldOperator = ({ document, path, operand }) => {
  const array = arrayAt(document, path, '$push') ?? []
  const modifiers = pushModifiers(operand)
  const position = modifiers.position ?? array.length
  const start = position < 0 ? Math.max(array.length + position, 0) : position
  let next = [...array.slice(0, start), ...modifiers.each, ...array.slice(start)]
  if (modifiers.sort !== undefined) next = next.sort(elementComparator(modifiers.sort))
  const { slice } = modifiers
  if (slice !== undefined) next = slice < 0 ? next.slice(slice) : next.slice(0, slice)
  writePath(document, path, next)
}

const addToSet: FieldOperator = ({ document, path, operand }) => {
  const array = [...(arrayAt(document, path, '$addToSet') ?? [])]
  for (const value of eachOf(operand, '$addToSet')) {
    if (!array.some((element) => equalValues(element, value))) array.push(value)
  }
  writePath(document, path, array)
}

const pop: FieldOperator = ({ document, path, operand }) => {
  if (operand !== 1 && operand !== -1) throw invalid(`$pop of "${path}" needs 1 or -1`)
  const array = arrayAt(document, path, '$pop')
  if (array) writePath(document, path, operand === 1 ? array.slice(0, -1) : array.slice(1))
}

const pull: FieldOperator = ({ document, path, operand }) => {
  const array = arrayAt(document, path, '$pull')
  if (!array) return
  const goes = pullTest(operand)
  writePath(
    document,
    path,
    array.filter((element) => !goes(element)),
  )
}

const pullAll: FieldOperator = ({ document, path, operand }) => {
  const array = arrayAt(document, path, '$pullAll')
  if (!Array.isArray(operand)) throw invalid(`$pullAll of "${path}" needs a list`)
  const values = operand.map((value) => checkedValue(value))
  if (array)
    writePath(
      document,
      path,
      array.filter((element) => !values.some((value) => equalValues(value, element))),
    )
}

/** The operators of arrays. Each refuses a field that is there and no array. */
export const ARRAY_OPERATORS: Record<string, FieldOperator> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}

interface PushModifiers {
  each: Value[]
  position?: number
  slice?: number
  sort?: unknown
}

function pushModifiers(operand: unknown): PushModifiers {
  if (!isPlainObject(operand) || !('$each' in operand)) return { each: [checkedValue(operand)] }
  for (const key of Object.keys(operand)) {
    if (!['$each', '$position', '$slice', '$sort'].includes(key)) throw invalid(`$push does not know ${key}`)
  }
  return {
    each: eachOf(operand, '$push'),
    position: wholeNumber(operand['$position'], '$position'),
    slice: wholeNumber(operand['$slice'], '$slice'),
    sort: operand['$sort'],
  }
}

function eachOf(operand: unknown, operator: string): Value[] {
  if (!isPlainObject(operand) || !('$each' in operand)) return [checkedValue(operand)]
  const each = operand['$each']
  if (!Array.isArray(each)) throw invalid(`$each of ${operator} needs a list`)
  return each.map((value) => checkedValue(value))
}

function wholeNumber(value: unknown, name: string): number | undefined {
  if (value === undefined) return undefined
  if (!Number.isInteger(value)) throw invalid(`${name} needs a whole number`)
  return Number(value)
}

/** `$sort: 1` sorts by whole elements, `$sort: {score: -1}` by fields of elements that are documents. */
function elementComparator(sort: unknown): (a: Value, b: Value) => number {
  if (sort === 1 || sort === -1) return (a, b) => compareValues(a, b) * sort
  if (!isPlainObject(sort)) throw invalid('$sort of $push needs 1, -1 or an object')
  const compare = documentComparator(Object.entries(sort) as unknown as Sort)
  const asDocument = (value: Value): StoredDocument => (isPlainObject(value) ? value : {}) as StoredDocument
  return (a, b) => compare(asDocument(a), asDocument(b))
}

/** What `$pull` removes: values equal to a literal, values that pass operators, documents that match a filter. */
function pullTest(operand: unknown): (element: Value) => boolean {
  if (operand instanceof RegExp || isOperatorObject(operand)) {
    const matches = compileFilter({ element: operand })
    return (element) => matches({ _id: '', element })
  }
  if (isPlainObject(operand)) {
    const matches = compileFilter(operand)
    return (element) => isPlainObject(element) && matches(element as StoredDocument)
  }
  const value = checkedValue(operand)
  return (element) => equalValues(element, value)
}

function arrayAt(document: StoredDocument, path: string, operator: string): Value[] | undefined {
  const value = readPath(document, path)
  if (value === undefined || Array.isArray(value)) return value
  throw invalid(`cannot apply ${operator} to the field "${path}", which is not an array`)
}
