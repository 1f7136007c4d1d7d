import { isPlainObject, type MaybeValue, type PlainObject } from '../values/compare'
import { checkKey, invalid } from '../values/check'
import { isArrayIndex, ownField, splitPath } from '../values/path'
import type { StoredDocument, Value } from '../types'

/** How far beyond its end an array may be written by place; the gap is filled with null. */
const MAX_ARRAY_GAP = 1000

/** The value at an exact path (arrays by place only), or undefined. */
export function readPath(document: StoredDocument, path: string): MaybeValue {
  let value: MaybeValue = document
  for (const part of splitPath(path)) {
    if (isPlainObject(value)) value = ownField(value, part)
    else if (Array.isArray(value) && isArrayIndex(part)) value = value[Number(part)]
    else return undefined
  }
  return value
}

/** Writes a value, making objects on the way. INVALID_REQUEST when a scalar or null is in the way. */
export function writePath(document: StoredDocument, path: string, value: Value): void {
  const { parts, last } = updateParts(path)
  let holder: PlainObject | Value[] = document
  for (const part of parts) {
    const next = child(holder, part)
    if (next === undefined) {
      const made: PlainObject = {}
      assign(holder, part, made, path)
      holder = made
    } else if (isPlainObject(next) || Array.isArray(next)) {
      holder = next
    } else {
      throw invalid(`cannot create a field in the value at "${part}" of "${path}"`)
    }
  }
  assign(holder, last, value, path)
}

/** Removes a field; in an array the place becomes null, as in MongoDB. A missing path is left as it is. */
export function removePath(document: StoredDocument, path: string): void {
  const { parts, last } = updateParts(path)
  const holder = parts.length === 0 ? document : readPath(document, parts.join('.'))
  if (Array.isArray(holder) && isArrayIndex(last)) {
    if (Number(last) < holder.length) holder[Number(last)] = null
  } else if (isPlainObject(holder) && Object.hasOwn(holder, last)) {
    delete holder[last]
  }
}

function child(holder: PlainObject | Value[], part: string): MaybeValue {
  if (!Array.isArray(holder)) return ownField(holder, part)
  return isArrayIndex(part) ? holder[Number(part)] : undefined
}

function assign(holder: PlainObject | Value[], part: string, value: Value, path: string): void {
  if (!Array.isArray(holder)) {
    checkKey(part)
    holder[part] = value
    return
  }
  if (!isArrayIndex(part)) throw invalid(`cannot create the field "${part}" in the array of "${path}"`)
  const place = Number(part)
  if (place > holder.length + MAX_ARRAY_GAP)
    throw invalid(`"${path}" lies too far beyond the end of its array`)
  while (holder.length < place) holder.push(null)
  holder[place] = value
}

/** The last part names the field, those before it lead to what holds it. */
function updateParts(path: string): { parts: string[]; last: string } {
  const parts = splitPath(path)
  if (parts.some((part) => part.startsWith('$')))
    throw invalid(`the positional path "${path}" is not supported`)
  return { parts, last: parts.pop() ?? '' }
}
