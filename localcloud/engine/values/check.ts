import { EngineError, type StoredDocument, type Value } from '../types'

/** Largest document as JSON text, in UTF-16 units: MongoDB's 16 MB. */
export const MAX_DOCUMENT_LENGTH = 16 * 1024 * 1024
/** Deepest nesting of documents, filters and updates: MongoDB's own. */
export const MAX_DEPTH = 100

/**
 * Copies a document so that the caller's object is never shared, and refuses what MongoDB would not store:
 * `_id` that is no string, keys that begin with `$` or hold NUL or a dot, functions and other foreign types.
 * Fields that are undefined are left out, as the SDK's encoding does.
 */
export function checkedDocument(input: Record<string, unknown>): StoredDocument {
  checkId(input['_id'])
  return checkedValue(input, 0) as StoredDocument
}

/** Refuses an `_id` that is not a string of 1–256 characters. */
export function checkId(id: unknown): asserts id is string {
  if (typeof id !== 'string' || id.length < 1 || id.length > 256) {
    throw invalid('_id must be a string of 1 to 256 characters')
  }
}

/** Copies a value for storing; see `checkedDocument`. */
export function checkedValue(value: unknown, depth = 0): Value {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    typeof value === 'number'
  ) {
    return value
  }
  if (depth > MAX_DEPTH) throw invalid(`nested deeper than ${MAX_DEPTH} levels`)
  if (Array.isArray(value)) return value.map((element) => checkedValue(element ?? null, depth + 1))
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw invalid('a date is not valid')
    return new Date(value)
  }
  if (value instanceof RegExp) return value
  if (typeof value !== 'object' || !isRecord(value)) throw invalid(`a ${typeof value} cannot be stored`)
  return checkedObject(value, depth)
}

/** Refuses a key that cannot be stored. A dot is refused because no path could ever reach it. */
export function checkKey(key: string): void {
  if (key.startsWith('$') || key.includes('\0') || key.includes('.') || key === '__proto__') {
    throw invalid(`the field name ${JSON.stringify(key)} cannot be stored`)
  }
}

/** The error for a request that is at fault. */
export function invalid(message: string): EngineError {
  return new EngineError('INVALID_REQUEST', message)
}

function checkedObject(value: Record<string, unknown>, depth: number): { [key: string]: Value } {
  const copy: { [key: string]: Value } = {}
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue
    checkKey(key)
    copy[key] = checkedValue(field, depth + 1)
  }
  return copy
}

/** True for `{}` of any realm and for objects without a prototype; false for instances of classes. */
function isRecord(value: object): value is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null
  return prototype === null || prototype.constructor?.name === 'Object'
}
