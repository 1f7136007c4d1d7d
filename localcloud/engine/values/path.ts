import { isPlainObject, type MaybeValue } from './compare'
import { invalid, MAX_DEPTH } from './check'

/** Splits a dotted path and refuses empty or forbidden parts. */
export function splitPath(path: string): string[] {
  const parts = path.split('.')
  if (parts.length > MAX_DEPTH) throw invalid(`the path ${path.slice(0, 60)}… is too deep`)
  for (const part of parts) {
    if (part === '' || part === '__proto__' || part.includes('\0'))
      throw invalid(`the path "${path}" is not valid`)
  }
  return parts
}

/** True for `0`, `1`, `12`: a part of a path that may be a place in an array. */
export function isArrayIndex(part: string): boolean {
  return /^(0|[1-9]\d{0,6})$/.test(part)
}

/**
 * Visits every value that a path leads to, as MongoDB does: an array on the way is entered element by
 * element and by place. The last value is given whole, also when it is an array; undefined stands for
 * missing, and `byPlace` says that the last part named a place. Stops and returns true as soon as the visitor does.
 */
export function somePath(
  value: MaybeValue,
  parts: readonly string[],
  visit: (leaf: MaybeValue, byPlace: boolean) => boolean,
  from = 0,
  byPlace = false,
): boolean {
  const part = parts[from]
  if (part === undefined) return visit(value, byPlace)
  if (Array.isArray(value)) {
    for (const [i, element] of value.entries()) {
      if (isPlainObject(element) && somePath(element, parts, visit, from)) return true
      if (String(i) === part && somePath(element, parts, visit, from + 1, true)) return true
    }
    return false
  }
  if (!isPlainObject(value)) return visit(undefined, false)
  return somePath(ownField(value, part), parts, visit, from + 1)
}

/** A field of the object itself, never one of its prototype such as `constructor`. */
export function ownField(value: { [key: string]: MaybeValue }, name: string): MaybeValue {
  return Object.hasOwn(value, name) ? value[name] : undefined
}
